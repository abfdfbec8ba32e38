package io.github.cleanstaletypes.proof.schema;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Cleans a random database while another session uses its types, and once more when that has ended. */
final class DisturbedPlay {

    /** Rows that refer to a type which is gone: what uses it fails from then on. */
    private static final String DANGLING = """
            SELECT count(*)
              FROM (SELECT atttypid FROM pg_attribute WHERE attrelid >= 16384 AND NOT attisdropped
                    UNION ALL SELECT unnest(proargtypes) FROM pg_proc WHERE oid >= 16384
                    UNION ALL SELECT prorettype FROM pg_proc WHERE oid >= 16384
                    UNION ALL SELECT typbasetype FROM pg_type WHERE typbasetype <> 0
                    UNION ALL SELECT typelem FROM pg_type WHERE typelem <> 0
                    UNION ALL SELECT rngsubtype FROM pg_range) used(oid)
             WHERE NOT EXISTS (SELECT FROM pg_type t WHERE t.oid = used.oid)
            """;

    private final TestDatabase database;
    private final RandomDatabase made;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> undos = new ArrayList<>();

    DisturbedPlay(TestDatabase database, RandomDatabase made) {
        this.database = database;
        this.made = made;
    }

    /** @return what went wrong */
    List<String> play(Random random) throws SQLException {
        List<MadeType> going = made.types().filter(MadeType::goes).toList();
        UsingSession session = new UsingSession(database, random, going);
        Future<List<UsingSession.Use>> other = CompletableFuture.supplyAsync(() -> {
            try {
                return session.run();
            } catch (SQLException e) {
                throw new CompletionException(e);
            }
        });
        clean();
        List<UsingSession.Use> uses = result(other);
        database.awaitNobodyConnected();
        CleanupReport last = clean();
        if (!last.isClean()) {
            wrong.add("not clean in the end: " + last.results());
        }
        uses.forEach(use -> use.type().use());
        compare();
        for (UsingSession.Use use : uses) {
            try {
                database.execute(use.works());
            } catch (IllegalStateException e) {
                wrong.add("broken: " + use + " " + e.getCause());
            }
        }
        if (!"0".equals(database.queryText(DANGLING))) {
            wrong.add("something refers to a type that is gone");
        }
        database.execute(Removal.lastFirst(undos));
        made.types()
                .filter(type -> !there().contains(type.sql()))
                .forEach(type -> wrong.add("not brought back: " + type));
        return wrong;
    }

    private CleanupReport clean() {
        CleanupReport report = Removal.claimed(StaleTypes.in(database.dataSource()), made)
                .waitingForCreators(Duration.ofSeconds(1))
                .clean();
        report.results().stream()
                .filter(result -> result.outcome() == Outcome.DROPPED)
                .map(Result::undo)
                .forEach(undo -> undos.add(undo.orElseThrow()));
        return report;
    }

    private void compare() {
        Set<String> there = there();
        for (MadeType type : made.types().toList()) {
            // in a second sweep goes what the first one has freed
            boolean mayGo = type.goes() || made.isSweeping() && type.sort().isStandalone() && !type.isInUse();
            if (!there.contains(type.sql()) && !mayGo) {
                wrong.add("lost: " + type);
            }
            if (there.contains(type.sql()) && type.goes()) {
                wrong.add("left: " + type);
            }
        }
    }

    private Set<String> there() {
        try (ServersWord server = new ServersWord(database)) {
            return server.there(made.types().map(MadeType::sql).toList());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T result(Future<T> other) throws SQLException {
        try {
            return Wait.forResult("the other session", other);
        } catch (ExecutionException e) {
            throw new SQLException("The other session failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package io.github.cleanstaletypes.proof.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.undo.UndoText;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.race.OneConnection;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges what an interleaving has left behind: nothing is broken, nothing of the other's is lost, and what we have told is true. */
final class Judge {

    /** Counts references to types that are not there. */
    private static final String DANGLING = """
            SELECT count(*) FROM (
                SELECT a.atttypid FROM pg_attribute a WHERE NOT a.attisdropped
                UNION ALL SELECT prorettype FROM pg_proc
                UNION ALL SELECT unnest(proargtypes) FROM pg_proc
                UNION ALL SELECT typbasetype FROM pg_type
                UNION ALL SELECT typelem FROM pg_type
                UNION ALL SELECT typarray FROM pg_type
                UNION ALL SELECT reltype FROM pg_class
                UNION ALL SELECT rngsubtype FROM pg_range
                UNION ALL SELECT rngtypid FROM pg_range
                UNION ALL SELECT rngmultitypid FROM pg_range
                UNION ALL SELECT enumtypid FROM pg_enum
                UNION ALL SELECT contypid FROM pg_constraint
                UNION ALL SELECT refobjid FROM pg_depend WHERE refclassid = 'pg_type'::regclass
                UNION ALL SELECT objid FROM pg_depend WHERE classid = 'pg_type'::regclass
            ) AS reference(oid) WHERE oid <> 0 AND NOT EXISTS (SELECT FROM pg_type t WHERE t.oid = reference.oid)""";

    private final OneConnection own;
    private final Map<Kind, String> initial = new HashMap<>();
    private final Map<Script, String> changed = new HashMap<>();

    Judge(OneConnection own) {
        this.own = own;
    }

    /** Remembers how a type of this kind is before. */
    void expect(String oid, Kind kind) throws SQLException {
        initial.computeIfAbsent(kind, k -> described(k, oid));
    }

    void judge(Played played) throws SQLException {
        own.execute("RESET ALL");
        assertThat(own.queryText(DANGLING))
                .as("references to types that are gone")
                .isEqualTo("0");
        assertThat(played.failures())
                .as("failures of the other session")
                .allMatch(failure -> allowed(played).contains(failure.getSQLState())
                        || String.valueOf(failure.getMessage()).contains("tuple concurrently "));
        String name = own.queryText(played.script().kind().name(played.oid()));
        if (name == null) {
            gone(played);
        } else {
            there(played, name);
        }
        if (played.committed()) {
            works(played, name);
        }
    }

    /** What must fail, since the type is gone, renamed, or has its name. */
    private static List<String> allowed(Played played) {
        return played.script().effect() == ScriptEffect.TAKES_THE_NAME
                ? List.of("42710", "42P07", "42723", "42704")
                : List.of("42704", "42P01");
    }

    private void gone(Played played) {
        Optional<Result> told = last(played);
        if (told.isPresent() && told.get().outcome() == Outcome.DROPPED) {
            assertThat(undone(played.script().kind(), told.get().undo().orElseThrow()))
                    .as("what the undo brings back")
                    .isEqualTo(expected(played));
            assertThat(played.script().effect() == ScriptEffect.USES && played.committed())
                    .as("it was in use")
                    .isFalse();
            return;
        }
        assertThat(played.script().statements().get(0)).as("who has dropped it").startsWith("DROP");
        assertThat(played.committed()).as("dropped by the other").isTrue();
    }

    private void there(Played played, String name) throws SQLException {
        last(played)
                .ifPresent(result -> assertThat(result.outcome())
                        .as("what was told of a type that is there as " + name)
                        .isNotEqualTo(Outcome.DROPPED));
        boolean moved = played.committed() && played.script().effect() == ScriptEffect.MOVES;
        String now = name;
        if (name.startsWith("race.stale_")) {
            settle(played);
            now = own.queryText(played.script().kind().name(played.oid()));
        } else {
            last(played)
                    .ifPresent(result -> assertThat(result.outcome())
                            .as("what was told of a type that is there as " + name)
                            .isNotEqualTo(Outcome.QUARANTINED));
        }
        if (now != null) {
            assertThat(now)
                    .as("its name")
                    .isIn(moved ? List.of("race.wanted", "elsewhere.mood") : List.of("race.mood"));
            assertThat(described(played.script().kind(), played.oid()))
                    .as("what it is")
                    .isEqualTo(expected(played));
        }
    }

    /** Another run, with nobody else there, drops what is quarantined, or gives it its name back if it is used. */
    private void settle(Played played) {
        CleanupReport report = Cleaner.in(own.dataSource()).clean();
        for (Result result : report.results()) {
            if (result.outcome() == Outcome.DROPPED && isOf(played, result)) {
                assertThat(undone(played.script().kind(), result.undo().orElseThrow()))
                        .as("what the undo of the later run brings back")
                        .isEqualTo(expected(played));
            }
        }
    }

    private void works(Played played, @Nullable String name) throws SQLException {
        if (newOneIsRemoved(played) || (played.script().effect() == ScriptEffect.MENTIONS && lateFor(played, name))) {
            return;
        }
        own.execute(
                "SET search_path = race; " + String.join("; ", played.script().probes()));
    }

    /** A function whose body mentions the type is created when that has been looked at for the last time. */
    private static boolean lateFor(Played played, @Nullable String name) {
        int taken = 0;
        for (int i = 0; i < played.trips().size(); i++) {
            if (played.trips().get(i).startsWith("ALTER TYPE race.mood RENAME")) {
                taken = i + 1;
            }
        }
        return name == null && played.playedAt().get(1) > taken;
    }

    private String expected(Played played) {
        Script script = played.script();
        boolean alters = script.effect() == ScriptEffect.ALTERS
                || script.statements().get(0).contains("late");
        return alters && played.committed()
                ? changed.computeIfAbsent(script, this::undisturbed)
                : Objects.requireNonNull(initial.get(script.kind()));
    }

    /** What the type is after this script alone. */
    private String undisturbed(Script script) {
        return rolledBack(() -> {
            inEmptySchema(script.kind().ground() + script.kind().create());
            own.execute("SET LOCAL search_path = race; " + String.join("; ", script.statements()));
            return described(script.kind(), script.kind().oid());
        });
    }

    private String undone(Kind kind, String undo) {
        return rolledBack(() -> {
            inEmptySchema(kind.ground() + undo.replace(UndoText.BEGIN, "").replace(UndoText.COMMIT, ""));
            return described(kind, kind.oid());
        });
    }

    private void inEmptySchema(String sql) throws SQLException {
        own.execute("ALTER SCHEMA race RENAME TO aside; CREATE SCHEMA race; " + sql);
    }

    private interface Work {
        String run() throws SQLException;
    }

    private String rolledBack(Work work) {
        Connection connection = own.connection();
        try {
            connection.setAutoCommit(false);
            try {
                return work.run();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String described(Kind kind, String oid) {
        try {
            return String.valueOf(own.queryText(kind.description(oid)));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<Result> last(Played played) {
        return played.results().stream().filter(result -> isOf(played, result)).reduce((first, second) -> second);
    }

    private static boolean isOf(Played played, Result result) {
        return played.oid().equals(String.valueOf(result.finding().subject().oid()));
    }

    /** What has got the name anew is claimed by that name as well. */
    private static boolean newOneIsRemoved(Played played) {
        return played.script().effect() == ScriptEffect.TAKES_THE_NAME
                && played.results().stream()
                        .filter(result -> !isOf(played, result))
                        .filter(result ->
                                "mood".equals(result.finding().subject().name()))
                        .anyMatch(result ->
                                result.outcome() == Outcome.DROPPED || result.outcome() == Outcome.QUARANTINED);
    }
}

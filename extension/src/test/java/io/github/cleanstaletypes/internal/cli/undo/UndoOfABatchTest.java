package io.github.cleanstaletypes.internal.cli.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.run.RunFailedException;
import io.github.cleanstaletypes.race.OneConnection;
import io.github.cleanstaletypes.race.Onlooker;
import io.github.cleanstaletypes.race.Tapped;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Psql;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** The undos of a batch are in the file before its first type goes: psql brings back those that went, and passes over the others. */
class UndoOfABatchTest {

    private static final String ENUMS =
            "SELECT typname || ' ' || oid FROM pg_type WHERE typtype = 'e' AND oid >= 16384 ORDER BY typname";

    @EachServer({"14.22", "18.6"})
    void that_broke_off_in_the_middle_is_exact(PostgresServer server, @TempDir Path directory) throws Exception {
        assumeTrue(Psql.isInstalled(), "no psql (apt-get install postgresql-client)");
        Path file = directory.resolve("undo.sql");
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server)) {
            for (String name : List.of("a", "\"b'\\\\\"", "c", "d", "e")) {
                database.execute("CREATE TYPE " + name + " AS ENUM ('1')");
            }
            List<@Nullable String> before = database.queryTexts(ENUMS);
            breakOff(database, onlooker, file, 3);
            List<@Nullable String> left = database.queryTexts(ENUMS);
            assertThat(left).isNotEqualTo(before);

            Psql.Outcome outcome = Psql.run(file, server.port(), database.name(), Map.of());

            assertThat(outcome.exit()).as(outcome.output()).isZero();
            List<@Nullable String> after = database.queryTexts(ENUMS);
            assertThat(after).containsAll(left);
            assertThat(after)
                    .extracting(type -> String.valueOf(type).replaceAll("^stale_\\d+_|\\d+$", ""))
                    .containsExactlyInAnyOrderElementsOf(before.stream()
                            .map(type -> String.valueOf(type).replaceAll("\\d+$", ""))
                            .toList());
        }
    }

    /** The session is ended before it takes the type of this number. */
    private static void breakOff(TestDatabase database, Onlooker onlooker, Path file, int number) throws Exception {
        AtomicInteger takes = new AtomicInteger();
        try (OneConnection victim = new OneConnection(database);
                UndoFile undo = UndoFile.open(new Value("--undo-file", file.toString()), false)) {
            int pid = victim.pid();
            Cleaner cleaner = Cleaner.in(Tapped.dataSource(victim.dataSource(), (trip, statement) -> {
                        if (statement.startsWith("ALTER TYPE") && takes.incrementAndGet() == number) {
                            onlooker.ends(pid);
                        }
                    }))
                    .claimingAllUnused()
                    .reportingTo(undo.of(database.name()));
            assertThatThrownBy(cleaner::clean).isInstanceOf(RunFailedException.class);
        }
    }
}

package io.github.cleanstaletypes.chaos.scenario.catalog;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.OwnServer;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.testing.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A copy that was not taken at one moment: the control file and the WAL of one, the tables of a later one. A table and its
 * rows are there, and no snapshot shows them. What makes them lost for good is aborted transactions: so in the end time is
 * moved on by transactions that commit, and the rows must be there.
 *
 * @param look what of the table somebody looked at before the copy
 */
public record TornRestore(Look look) implements Scenario {

    /** Somebody looked at this, which marks rows as committed. */
    public enum Look {
        /** The rows were read. */
        READ("torn-restore", ""),
        /** Nobody read the rows. */
        UNREAD("torn-restore-unread", ", of rows that nobody had read"),
        /** The rows were vacuumed, and their pages marked as visible to all. */
        VACUUMED("torn-restore-vacuumed", ", of rows that had been vacuumed");

        private final String title;
        private final String fault;

        Look(String title, String which) {
            this.title = title;
            this.fault = "a restore of tables that are newer than the WAL" + which;
        }
    }

    /** This many transactions between the two moments made nothing: a migration may waste them without harm. */
    private static final int SPARE = 12;

    private static final int ROWS = 300;

    private static final Script NEXT = new Script(
                    "release3", Mode.STATEMENTS, List.of("CREATE TABLE accounts_user (id int PRIMARY KEY, name text)"))
            .givingUp();

    /** Lists one for each way of looking. */
    public static List<TornRestore> all() {
        return Stream.of(Look.values()).map(TornRestore::new).toList();
    }

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(look.title, FindingCode.INVISIBLE_ROW, look.fault)
                .onOwnServer();
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        Database database = scene.database();
        database.execute("CREATE TYPE bait AS ENUM ('worm')", "VACUUM", "CHECKPOINT");
        OwnServer server = scene.ownServer();
        Path old = saveTime(server.data());
        try {
            wasteTransactions(database, SPARE);
            database.execute(
                    "CREATE TABLE accounts_user (id int, name text)",
                    "INSERT INTO accounts_user SELECT n, 'precious ' || n FROM pg_catalog.generate_series(1, " + ROWS
                            + ") AS n");
            switch (look) {
                case READ -> read(database);
                case UNREAD -> {}
                case VACUUMED -> {
                    read(database);
                    database.execute("VACUUM pg_catalog.pg_type", "VACUUM pg_catalog.pg_class", "VACUUM accounts_user");
                }
            }
            String last = database.queryText("SELECT pg_catalog.pg_current_xact_id()");
            database.execute("CHECKPOINT");
            server.shutDownImmediately();
            restoreTime(old, server.data());
            scene.timeline().strike(Lane.SERVER, look.fault);
            server.start();
            return new LastingIncident(scene, expectation(), () -> missing(database, Long.parseLong(last)), () -> {});
        } finally {
            Directories.delete(old);
        }
    }

    /** Reads the rows: that marks them as committed, and only once the commit is on disk. */
    private static void read(Database database) {
        database.execute(
                "CHECKPOINT",
                "SELECT * FROM accounts_user",
                "SELECT pg_catalog.count(*) FROM pg_catalog.pg_type WHERE typname ~ 'accounts_user'",
                "SELECT pg_catalog.count(*) FROM pg_catalog.pg_class WHERE relname ~ 'accounts_user'");
    }

    private static void wasteTransactions(Database database, int number) {
        database.execute(IntStream.range(0, number)
                .mapToObj(i -> "SELECT pg_catalog.pg_current_xact_id()")
                .toArray(String[]::new));
    }

    private static Path saveTime(Path data) {
        try {
            Path old = Files.createTempDirectory("chaos-torn");
            Directories.copy(data.resolve("global/pg_control"), old.resolve("pg_control"));
            Directories.copy(data.resolve("pg_wal"), old.resolve("pg_wal"));
            return old;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void restoreTime(Path old, Path data) {
        Directories.copy(old.resolve("pg_control"), data.resolve("global/pg_control"));
        Directories.delete(data.resolve("pg_wal"));
        Directories.copy(old.resolve("pg_wal"), data.resolve("pg_wal"));
    }

    private Expectation expectation() {
        ServerError error = look == Look.UNREAD ? new ServerError("57014", null) : ServerError.NAME_TAKEN;
        Expectation unchanged = Expectation.unchanged(error, Ending.refused("reported"))
                .migrating(NEXT)
                // a guard, which is not told what is claimed, would know of nothing that is wrong before its migration
                // fails
                .withOptions("--type", "accounts_user,bait", "--probe")
                .inDamagedCatalog();
        // a page that is marked as visible to all shows its rows to a session that reads it whole, until it is written
        // to
        return look == Look.VACUUMED
                ? unchanged.allowing(Set.of("public.accounts_user", "public._accounts_user"))
                : unchanged;
    }

    /**
     * Moves time on until all rows should be visible, and looks for them.
     *
     * @param lastTransaction the last one whose work is in the tables
     */
    private static List<String> missing(Database database, long lastTransaction) {
        String now = database.queryText("SELECT pg_catalog.pg_current_xact_id()");
        // what a healer has aborted until here is what may have cost rows
        wasteTransactions(database, Math.max(0, (int) (lastTransaction + 1 - Long.parseLong(now))));
        String rows;
        try {
            rows = database.queryText("SELECT pg_catalog.count(*) FROM accounts_user WHERE name = 'precious ' || id");
        } catch (IllegalStateException e) {
            rows = String.valueOf(e.getMessage());
        }
        return rows.equals(Integer.toString(ROWS))
                ? List.of()
                : List.of("of %d rows that were there but invisible, what is left is: %s".formatted(ROWS, rows));
    }
}

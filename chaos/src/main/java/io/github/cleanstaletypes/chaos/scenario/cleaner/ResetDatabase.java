package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.oracle.Inventory;
import io.github.cleanstaletypes.chaos.product.CommandLineResult;
import io.github.cleanstaletypes.chaos.product.CommandLineRun;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.JavaProcess;
import java.util.ArrayList;
import java.util.List;

/**
 * A database is reset, and the reset is killed: the database is known by its number, whatever its name.
 *
 * @param oid its number
 * @param before all that is in it
 */
record ResetDatabase(Scene scene, Database elsewhere, String oid, Inventory before) {

    /** Each start of a Java takes time. */
    private static final int STRIDE = 31;

    /** It never sends so many: a kill with this number means that it does not come to an end. */
    private static final int LIMIT = 400;

    /** It makes its table, and then takes longer than any run. */
    private static final Script LONG = new Script(
            "release2",
            Script.Mode.STATEMENTS,
            List.of(
                    "CREATE TABLE orders_of_the_new_release (id int)",
                    "CREATE TABLE accounts_user AS SELECT 1 AS id FROM pg_catalog.pg_sleep(600)"));

    static ResetDatabase of(Scene scene) {
        Database elsewhere = scene.database().sibling("postgres");
        String oid = elsewhere.queryText("SELECT oid FROM pg_catalog.pg_database WHERE datname = '"
                + scene.database().name() + "'");
        return new ResetDatabase(scene, elsewhere, oid, Inventory.of(scene.database()));
    }

    /** Kills it at one statement, the next one at a later statement, and so on, until one gets to its end. */
    void killAtEachStatement() {
        List<String> reset =
                List.of("reset", "--confirm", scene.database().name(), "--end-sessions", "--lock-wait", "1min");
        new KilledAtStatements(
                        "The reset",
                        STRIDE,
                        LIMIT,
                        database -> scene.commandLine().start(database, reset))
                .play(scene, () -> {
                    expectAllThere();
                    takeBack();
                });
        expectAllThere();
    }

    /** Kills it, and what it has started, while that migrates the new database. */
    void killInCommand() {
        Database database = scene.database();
        try (CommandLineRun run = scene.commandLine()
                .startReset(
                        database,
                        List.of("--confirm", database.name(), "--end-sessions"),
                        MigratorProcess.command("first", database, LONG),
                        JavaProcess.classPath())) {
            String atWork = "EXISTS (SELECT FROM pg_catalog.pg_stat_activity WHERE application_name LIKE 'cst:%'"
                    + " AND wait_event = 'PgSleep' AND datname = '" + database.name() + "')";
            Await.until("the command is at work", () -> elsewhere.holds(atWork) || !run.isRunning());
            if (!run.isRunning()) {
                throw new Inconclusive("No command to interrupt: " + run.printed());
            }
            List<ProcessHandle> family = run.descendants();
            run.kill();
            family.forEach(ProcessHandle::destroyForcibly);
            scene.timeline().strike(Lane.HEALER, "SIGKILL in the midst of its command");
        }
        expectAllThere();
        Deviation.unless(!nameOfFormer().equals(database.name()), "another name of the former database", "the same");
    }

    /** Gives the former database its name back, if it has not got it. */
    void takeBack() {
        awaitNoReset();
        if (nameOfFormer().equals(scene.database().name())) {
            return;
        }
        expect(0, "--undo", "--end-sessions");
        Deviation.unless(nameOfFormer().equals(scene.database().name()), "the former database", nameOfFormer());
    }

    /** Drops what resets have left; there is always something, since the last one has come to its end. */
    void dropOthers() {
        Deviation.ifAny(Inventory.of(scene.database()).differencesFrom(before));
        expect(0, "--drop-old");
        Deviation.unless(others().isEmpty(), "no other database of that name", others());
    }

    private void expectAllThere() {
        awaitNoReset();
        String name = nameOfFormer();
        scene.timeline().mark(Lane.SERVER, "the former database is called " + name);
        Deviation.unless(
                List.of(scene.database().name(), scene.database().name() + "_old_" + oid)
                        .contains(name),
                "one of two names",
                name);
        Deviation.ifAny(Inventory.of(scene.database().sibling(name)).differencesFrom(before));
    }

    private String nameOfFormer() {
        return elsewhere.queryText("SELECT datname FROM pg_catalog.pg_database WHERE oid = " + oid);
    }

    private List<String> others() {
        List<String> names = new ArrayList<>();
        elsewhere
                .queryTexts("SELECT datname FROM pg_catalog.pg_database WHERE pg_catalog.starts_with(datname::text, '"
                        + scene.database().name() + "_')")
                .forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    /** A dead one's sessions end a moment later; one in the maintenance database may be another run's. */
    private void awaitNoReset() {
        Await.until(
                "the dead reset's sessions are gone",
                () -> elsewhere.holds("NOT EXISTS (SELECT FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a"
                        + " ON a.pid = l.pid WHERE a.application_name = 'healer' AND l.locktype = 'object'"
                        + " AND l.classid = 'pg_catalog.pg_database'::regclass AND l.objid = " + oid + ")"));
    }

    private void expect(int exit, String... options) {
        List<String> all =
                new ArrayList<>(List.of("reset", "--confirm", scene.database().name()));
        all.addAll(List.of(options));
        try (CommandLineRun run = scene.commandLine().start(scene.database(), all)) {
            CommandLineResult result = run.result();
            Deviation.unless(result.exit() == exit, "exit status " + exit, result);
        }
    }
}

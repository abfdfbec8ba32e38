package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.product.CommandLineRun;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.JavaProcess;
import io.github.cleanstaletypes.chaos.system.SessionView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A guard runs a migration that is in the middle of a statement which commits by itself, until a brake lets it go on. The guard is
 * killed when this is closed.
 *
 * @param script the migration
 * @param rows how many rows its table has in the end
 * @param pid the migration's session
 * @param family the processes of the guard's command
 * @param migrating in the timeline
 */
record BrakedGuard(
        Scene scene,
        Script script,
        int rows,
        Brake brake,
        CommandLineRun guard,
        int pid,
        List<ProcessHandle> family,
        Timeline.Span migrating)
        implements AutoCloseable {

    /** A guard that is to come to grief looks after its lock so often. */
    static final List<String> OPTIONS = List.of("--heartbeat", "100ms");

    /** A guard, its command and their brake reach the database by these ways. */
    record Ways(Database guard, Database command, Database brake) {}

    /** Installs the application, and starts one that makes a table. */
    private static BrakedGuard start(Scene scene) {
        int rows = 100 + scene.random().nextInt(900);
        Script script = new Script(
                "release2",
                Mode.STATEMENTS,
                List.of("CREATE TABLE accounts_user AS SELECT n AS id FROM generate_series(1, " + rows + ") AS n, ("
                        + Brake.STATEMENT + ") AS brake"));
        Database database = scene.database();
        return start(scene, new Ways(database, database, database), script, rows);
    }

    private static BrakedGuard start(Scene scene, Ways ways, Script script, int rows) {
        Application.install(scene);
        Brake brake = Brake.on(ways.brake());
        CommandLineRun guard = scene.commandLine()
                .startGuard(
                        ways.guard(),
                        OPTIONS,
                        MigratorProcess.command("first", ways.command(), script),
                        JavaProcess.classPath());
        try {
            Timeline.Span migrating =
                    scene.timeline().begin(Lane.MIGRATOR, "under a guard: " + String.join("; ", script.statements()));
            SessionView look = new SessionView(scene.database());
            Await.until(
                    "the guarded migrator is at its brake",
                    () -> look.guardedAtBrakeWithCreation().isPresent() || !guard.isRunning());
            int pid = look.guardedAtBrakeWithCreation()
                    .orElseThrow(() -> new Inconclusive("No migration under guard to interrupt: " + guard.printed()));
            return new BrakedGuard(scene, script, rows, brake, guard, pid, guard.descendants(), migrating);
        } catch (RuntimeException e) {
            try (brake;
                    guard) {
                throw e;
            }
        }
    }

    /** Starts one, and does with it what the scenario is about; it is killed if that fails. */
    static Incident start(Scene scene, Function<BrakedGuard, Incident> fault) {
        return endured(start(scene), fault);
    }

    /** Starts one with a script of its own, which is at its brake in its last statement. */
    static Incident start(Scene scene, Ways ways, Script script, Function<BrakedGuard, Incident> fault) {
        return endured(start(scene, ways, script, 0), fault);
    }

    private static Incident endured(BrakedGuard first, Function<BrakedGuard, Incident> fault) {
        try {
            return fault.apply(first);
        } catch (RuntimeException e) {
            try (first) {
                throw e;
            }
        }
    }

    /** Whoever migrates next makes the same table, and meets this one's until that is over. */
    Expectation expectation() {
        return Expectation.healed(ServerError.NAME_TAKEN).migrating(script).withOptions(OPTIONS.toArray(String[]::new));
    }

    /** Waits until each process of it has ended. */
    void awaitProcesses() {
        Await.until(
                "all processes of the guard are gone",
                () -> !guard.isRunning() && family.stream().noneMatch(ProcessHandle::isAlive));
        migrating.end();
    }

    /** Says what is wrong: the table must be one migrator's work, whole, and once. */
    List<String> wrong() {
        Database database = scene.database();
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put(
                "SELECT pg_catalog.count(*) || ' ' || pg_catalog.count(DISTINCT id) FROM accounts_user",
                rows + " " + rows);
        expected.put("SELECT pg_catalog.count(*) FROM schema_history WHERE name = '" + script.name() + "'", "1");
        List<String> wrong = new ArrayList<>();
        expected.forEach((query, result) -> {
            String seen = database.queryText(query);
            if (!seen.equals(result)) {
                wrong.add("%s gives %s, not %s".formatted(query, seen, result));
            }
        });
        return wrong;
    }

    @Override
    public void close() {
        family.forEach(ProcessHandle::destroyForcibly);
        try (brake) {
            guard.close();
        }
    }
}

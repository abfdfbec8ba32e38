package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.PassingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.FailoverPair;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.Proxy;
import io.github.cleanstaletypes.chaos.system.SessionView;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A standby takes the primary's place in the midst of a guard's migration, of which one statement has committed, and so is replicated, and
 * one has not. A second guard waits for the lock meanwhile; both know the addresses of both servers. The second one must migrate on the new
 * primary, where what the first one has left is in its way.
 *
 * @param way what becomes of the old primary
 */
public record Failover(Way way) implements Scenario {

    /** The old primary is gone, or lives on where the world does not reach it, and must not be taken for the database. */
    public enum Way {
        /** It is killed. */
        LOST("failover", "loss of the primary in the midst of a guard's migration, and promotion of its standby"),
        /** The guard's command still reaches it, and its session for the lock does not. */
        LOCK_CUT_OFF(
                "failover-lock-cut-off", "a standby promoted while a guard's command still reaches the old primary"),
        /** The guard's session for the lock still reaches it, and its command does not. */
        COMMAND_CUT_OFF(
                "failover-command-cut-off",
                "a standby promoted while a guard still reaches the old primary, and its command does not");

        private final String title;
        private final String fault;

        Way(String title, String fault) {
            this.title = title;
            this.fault = fault;
        }
    }

    /** The type is there for good, and nobody uses it; the table never comes to be. */
    private static final Script SCRIPT = new Script(
            "release2",
            Mode.STATEMENTS,
            List.of(
                    "CREATE TYPE accounts_user AS ENUM ('admin', 'guest')",
                    "CREATE TABLE release2 AS SELECT FROM (" + Brake.STATEMENT + ") AS brake"));

    private static final String SYSTEM = "SELECT system_identifier FROM pg_catalog.pg_control_system()";

    /** Lists all. */
    public static List<Failover> all() {
        return Stream.of(Way.values()).map(Failover::new).toList();
    }

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(way.title, FindingCode.UNUSED_TYPE, way.fault)
                .healedBy("guard")
                .withStandby();
    }

    @Override
    public Incident begin(Scene scene) {
        FailoverPair pair = scene.failoverPair();
        Proxy lockWay = pair.way();
        Proxy commandWay = pair.way();
        Database world = scene.database();
        BrakedGuard.Ways ways = new BrakedGuard.Ways(
                world.reachedAt(pair.reached(lockWay)),
                world.reachedAt(pair.reached(commandWay)),
                world.through(pair.primary().port()));
        try {
            return BrakedGuard.start(scene, ways, SCRIPT, first -> incident(scene, first, lockWay, commandWay));
        } catch (RuntimeException e) {
            try (lockWay;
                    commandWay) {
                throw e;
            }
        }
    }

    private Incident incident(Scene scene, BrakedGuard first, Proxy lockWay, Proxy commandWay) {
        Database world = scene.database();
        int lock = new SessionView(world).guard().orElseThrow(() -> new Inconclusive("No session holds the lock"));
        String system = world.queryText(SYSTEM);
        FailingOver session = new FailingOver(way, scene.failoverPair(), first, lock, lockWay, commandWay);
        Expectation expectation =
                Expectation.typeRemoved("42710").withOptions(BrakedGuard.OPTIONS.toArray(String[]::new));
        return PassingIncident.of(scene, expectation, session, () -> wrong(world, system));
    }

    /** Says what is wrong on the new primary, which the world reaches by now. */
    private static List<String> wrong(Database world, String system) {
        Stream<String[]> expected = Stream.of(new String[][] {
            {SYSTEM, system},
            {"SELECT pg_catalog.pg_is_in_recovery()", "f"},
            {"SELECT pg_catalog.to_regclass('release2')", "null"},
            {"SELECT pg_catalog.string_agg(name, ' ' ORDER BY name) FROM schema_history", "release1 release3"},
            {"SELECT pg_catalog.count(*) FROM pg_catalog.pg_type WHERE typname LIKE 'stale%'", "0"}
        });
        return expected.filter(one -> !world.queryText(one[0]).equals(one[1]))
                .map(one -> "%s gives %s, not %s".formatted(one[0], world.queryText(one[0]), one[1]))
                .toList();
    }
}

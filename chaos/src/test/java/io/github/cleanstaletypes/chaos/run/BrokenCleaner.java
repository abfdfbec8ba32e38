package io.github.cleanstaletypes.chaos.run;

import io.github.cleanstaletypes.chaos.healer.Healer;
import io.github.cleanstaletypes.chaos.healer.Healing;
import io.github.cleanstaletypes.chaos.product.ToolLock;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A cleaner in a few lines, which is careful in all ways but those that it was told to be careless in. */
final class BrokenCleaner implements Healer {

    /** What it does wrong. */
    enum Fault {
        NONE,
        CASCADE_FOR_RESTRICT,
        NO_CHECK_OF_DEPENDENTS,
        DIRECT_DROP,
        NO_LOCK,
        DROP_DESPITE_DAMAGE,
        WIDE_PROBE
    }

    private static final String USED =
            "SELECT EXISTS (SELECT FROM pg_catalog.pg_proc WHERE prosrc LIKE '%%' || '%1$s' || '%%')"
                    + " OR EXISTS (SELECT FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid"
                    + " WHERE a.atttypid = '%1$s'::pg_catalog.regtype)";

    private static final String DAMAGED = "SELECT EXISTS (SELECT FROM pg_catalog.pg_type t WHERE t.typrelid <> 0"
            + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid))";

    private final Fault fault;

    BrokenCleaner(Fault fault) {
        this.fault = fault;
    }

    @Override
    public String name() {
        return "broken";
    }

    @Override
    public boolean isProduct() {
        return true;
    }

    @Override
    public Healing heal(Scene scene, Incident incident) {
        try (Connection connection = incident.forHealer(scene).connect("healer");
                Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '300ms'");
            if (fault != Fault.NO_LOCK && !ask(statement, ToolLock.TRY)) {
                return new Healing(3, List.of(), "another is at work");
            }
            if (fault == Fault.WIDE_PROBE) {
                probe(statement);
                return new Healing(1, List.of(), "probed");
            }
            if (fault != Fault.DROP_DESPITE_DAMAGE && ask(statement, DAMAGED)) {
                return new Healing(1, List.of(), "damaged");
            }
            remove(statement, fault == Fault.DROP_DESPITE_DAMAGE ? "bait" : Expectation.CLAIMED, scene.locksTypes());
            return new Healing(0, List.of(), "cleaned");
        } catch (SQLException e) {
            return new Healing(1, List.of(), "failed with " + e.getSQLState());
        }
    }

    private void remove(Statement statement, String name, boolean locksTypes) throws SQLException {
        boolean relies = fault == Fault.NO_CHECK_OF_DEPENDENTS || fault == Fault.CASCADE_FOR_RESTRICT;
        if (!relies && ask(statement, USED.formatted(name))) {
            return;
        }
        if (locksTypes || fault == Fault.DIRECT_DROP || fault == Fault.DROP_DESPITE_DAMAGE || relies) {
            statement.execute("DROP TYPE " + name + (fault == Fault.CASCADE_FOR_RESTRICT ? " CASCADE" : " RESTRICT"));
        } else {
            statement.execute("ALTER TYPE " + name + " RENAME TO stale_1_" + name);
        }
    }

    /** As if somebody might have any of many names. */
    private static void probe(Statement statement) throws SQLException {
        for (int i = 0; i < 60; i++) {
            statement.execute("BEGIN");
            statement.execute("CREATE TYPE probe_" + i + " AS ()");
            statement.execute("ROLLBACK");
        }
    }

    private static boolean ask(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }
}

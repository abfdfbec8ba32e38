package io.github.cleanstaletypes.chaos.healer;

import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** People heal by hand: {@code DROP TYPE IF EXISTS … CASCADE} when no table has the name. */
public final class Folklore implements Healer {

    @Override
    public String name() {
        return "folk";
    }

    @Override
    public boolean isProduct() {
        return false;
    }

    @Override
    public Healing heal(Scene scene, Incident incident) {
        return new Healing(0, List.of(), drop(scene, Expectation.CLAIMED));
    }

    private static String drop(Scene scene, String name) {
        try (Connection connection = scene.database().connect(Database.OBSERVER);
                Statement statement = connection.createStatement()) {
            // what it waits for may never end
            statement.execute("SET lock_timeout = '2s'");
            if (isTable(statement, name)) {
                return "there is a table " + name;
            }
            String sql = "DROP TYPE IF EXISTS " + name + " CASCADE";
            scene.timeline().mark(Lane.HEALER, sql);
            statement.execute(sql);
            return sql;
        } catch (SQLException e) {
            scene.timeline().strike(Lane.HEALER, "DROP TYPE fails: " + e.getSQLState());
            return "DROP TYPE failed with " + e.getSQLState();
        }
    }

    private static boolean isTable(Statement statement, String name) throws SQLException {
        try (ResultSet table =
                statement.executeQuery("SELECT FROM pg_catalog.pg_tables WHERE tablename = '" + name + "'")) {
            return table.next();
        }
    }
}

package io.github.cleanstaletypes;

import static org.awaitility.Awaitility.await;

import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** A backend outlives its client by a moment, in which a server without type locks would not be found quiet. */
final class Quiet {

    private static final String OTHERS =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = ? AND usesysid IS NOT NULL";

    private Quiet() {}

    /** The engine on a database that nobody else is connected to. */
    static StaleTypes in(TestDatabase database) {
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> sessions(database) == 0);
        return StaleTypes.in(database.dataSource());
    }

    private static int sessions(TestDatabase database) throws SQLException {
        try (Connection elsewhere = database.server().superuser().getConnection();
                PreparedStatement statement = elsewhere.prepareStatement(OTHERS)) {
            statement.setString(1, database.name());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}

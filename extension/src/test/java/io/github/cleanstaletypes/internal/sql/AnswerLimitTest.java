package io.github.cleanstaletypes.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.wire.DroppingLine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long an answer may take, by the client's clock: always a little longer than the server lets the statement run. */
class AnswerLimitTest {

    private static final SqlResource STATEMENT_LIMIT = SqlResource.composed(
            "statement_limit",
            "SELECT extract(epoch FROM pg_catalog.current_setting('statement_timeout')::pg_catalog.interval)::int4");

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = PostgresServer.of("18.6").createDatabase();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void is_longer_than_the_servers_and_goes_with_the_transaction(Transaction kind) throws SQLException {
        try (Connection connection = database.connect()) {
            int[] millis = new int[2];
            kind.run(connection, c -> {
                millis[0] = c.getNetworkTimeout();
                millis[1] = 1000 * Integer.parseInt(String.valueOf(SqlBatch.text(c, STATEMENT_LIMIT, Map.of())));
                return c;
            });
            assertThat(millis[0])
                    .isEqualTo(kind == Transaction.SNAPSHOT || kind == Transaction.LONG_CHANGE ? 125_000 : 35_000);
            assertThat(millis[1]).isEqualTo(millis[0] - 5_000);
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void that_is_shorter_already_stays(Transaction kind) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setNetworkTimeout(Runnable::run, 7_000);
            assertThat(kind.<Integer>run(connection, Connection::getNetworkTimeout))
                    .isEqualTo(7_000);
            assertThat(connection.getNetworkTimeout()).isEqualTo(7_000);
        }
    }

    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    @Test
    void says_what_was_waited_for_and_how_long_and_leaves_a_closed_connection() throws Exception {
        try (DroppingLine line = DroppingLine.droppingAfter(4, database.server().port());
                Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(line.port(), database.name()))) {
            assertThatThrownBy(() -> AnswerLimit.within(
                            connection,
                            Duration.ofMillis(300),
                            "a long look",
                            c -> Transaction.READS.run(c, ignored -> SqlBatch.text(c, STATEMENT_LIMIT, Map.of()))))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessage("the server has not answered within 0.3 s (a quick look)")
                    .satisfies(e -> assertThat(SqlStates.connectionLost((SQLException) e))
                            .isTrue());
            assertThat(connection.isClosed()).isTrue();
        }
    }
}

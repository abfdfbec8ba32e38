package io.github.cleanstaletypes.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Limits how long each answer of the server may take, on a connection that has its own limit back afterwards.
 *
 * <p>The server has limits for its statements, but it cannot tell of them where the network drops packets: a read without a limit of the
 * client's own goes on for ever. A shorter limit that the connection has already (the driver's {@code socketTimeout}) stays.
 */
public final class AnswerLimit implements AutoCloseable {

    /** No single answer may take longer: what the longest statement may take, and a little for its way. */
    public static final Duration LONGEST = Duration.ofSeconds(125);

    /** What takes milliseconds may take this, on a busy machine; of every look but that at a whole catalog. */
    public static final Duration QUICK = Duration.ofSeconds(35);

    private final Connection connection;
    private final int former;
    private final int millis;

    private AnswerLimit(Connection connection, int former, int millis) {
        this.connection = connection;
        this.former = former;
        this.millis = millis;
    }

    /**
     * Sets it, for each answer until it is closed.
     *
     * @throws SQLException if the connection is closed
     */
    public static AnswerLimit on(Connection connection, Duration atMost) throws SQLException {
        int former = connection.getNetworkTimeout();
        int wanted = Math.toIntExact(atMost.toMillis());
        int millis = former > 0 && former < wanted ? former : wanted;
        connection.setNetworkTimeout(Runnable::run, millis);
        return new AnswerLimit(connection, former, millis);
    }

    /**
     * Runs a piece of work with such a limit for each answer.
     *
     * @param awaited what is waited for, in a few words, such as {@code a look at the catalog}
     * @throws NoAnswerException if the server does not answer in time
     */
    public static <T> T within(Connection connection, Duration atMost, String awaited, Transaction.Work<T> work)
            throws SQLException {
        try (AnswerLimit limit = on(connection, atMost)) {
            return limit.answered(connection, awaited, work);
        }
    }

    /**
     * Puts a question to the server, within a limit that is set already.
     *
     * @throws NoAnswerException if the server does not answer in time
     */
    public <T> T answered(Connection connection, String awaited, Transaction.Work<T> question) throws SQLException {
        try {
            return question.run(connection);
        } catch (SQLException e) {
            throw explained(e, awaited);
        }
    }

    /**
     * What such an error means: the same error, or one that says what was waited for and how long.
     */
    SQLException explained(SQLException e, String awaited) {
        return !(e instanceof NoAnswerException) && NoAnswerException.isMeantBy(e)
                ? new NoAnswerException(awaited, Duration.ofMillis(millis), e)
                : e;
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            connection.setNetworkTimeout(Runnable::run, former);
        }
    }
}

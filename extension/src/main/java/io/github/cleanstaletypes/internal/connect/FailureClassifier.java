package io.github.cleanstaletypes.internal.connect;

import io.github.cleanstaletypes.internal.connect.ConnectionFailure.Kind;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells what kept a connection from being opened: the server's SQLSTATE, else the cause, else the driver's SQLSTATE. */
final class FailureClassifier {

    private FailureClassifier() {}

    /** The failure with the server's message, not yet checked for the password. */
    static ConnectionFailure classify(SQLException exception) {
        ServerErrorMessage server = exception instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        String state = Objects.requireNonNullElse(exception.getSQLState(), "");
        if (server != null) {
            return server(state, Optional.ofNullable(server.getMessage()));
        }
        ConnectionFailure byCause = NetworkCause.classify(exception, state);
        return byCause == null ? driver(exception, state) : byCause;
    }

    private static ConnectionFailure server(String state, Optional<String> says) {
        return switch (state) {
            case "57P01", "57P02", "57P03" ->
                failure(Kind.UNREACHABLE, "the server is starting up or shutting down", state, says);
            case "53300" -> failure(Kind.UNREACHABLE, "too many connections", state, says);
            case "28P01" -> failure(Kind.AUTHENTICATION, "password authentication failed", state, says);
            case "42501" -> failure(Kind.AUTHENTICATION, "no privilege to connect to the database", state, says);
            case "0A000" ->
                failure(
                        Kind.OTHER,
                        "the database's encoding cannot be converted to UTF-8, which this program speaks",
                        state,
                        says);
            case "3D000" -> failure(Kind.NO_SUCH_DATABASE, "the database does not exist", state, says);
            default -> serverClass(state, says);
        };
    }

    private static ConnectionFailure serverClass(String state, Optional<String> says) {
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" -> failure(Kind.AUTHENTICATION, "the server does not let this role in from here", state, says);
            case "53" -> failure(Kind.UNREACHABLE, "the server lacks resources", state, says);
            // PostgreSQL itself does not say this to a client that speaks its protocol; a pooler without a server does
            case "08" -> failure(Kind.UNREACHABLE, "the pooler in front of the server has no connection", state, says);
            default -> failure(Kind.OTHER, "refused by the server with SQLSTATE " + state, state, says);
        };
    }

    private static ConnectionFailure driver(SQLException exception, String state) {
        return switch (state) {
            case "08P01" -> failure(Kind.NOT_POSTGRESQL, "what listens there is no PostgreSQL server", state);
            case "08004" ->
                DriverWords.NO_TLS.isIn(exception)
                        ? failure(Kind.TLS, "the server does not offer TLS", state)
                        : failure(
                                Kind.AUTHENTICATION,
                                "no password, or an authentication method that the settings or the driver refuse",
                                state);
            case "08006" -> failure(Kind.TLS, "the server's certificate or a TLS setting is not accepted", state);
            case "08001" ->
                DriverWords.LOGIN_TIMEOUT.isIn(exception)
                        ? failure(Kind.UNREACHABLE, "timed out", state)
                        : failure(Kind.UNREACHABLE, "no server of the wanted kind (target_session_attrs)", state);
            default -> failure(Kind.OTHER, "refused by the driver with SQLSTATE " + state, state);
        };
    }

    static ConnectionFailure failure(Kind kind, String summary, String state) {
        return failure(kind, summary, state, Optional.empty());
    }

    private static ConnectionFailure failure(Kind kind, String summary, String state, Optional<String> says) {
        return new ConnectionFailure(kind, summary, state, says);
    }
}

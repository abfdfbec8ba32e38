package io.github.cleanstaletypes.internal.connect;

import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import io.github.cleanstaletypes.internal.sql.OneLine;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Why a connection could not be opened, recognised by SQLSTATE and exception type in whatever language the server and
 * the driver speak. Immutable.
 *
 * @param kind what kind of cause it is
 * @param summary a few words of English, such as {@code connection refused}
 * @param sqlState the SQLSTATE (PostgreSQL manual, "PostgreSQL Error Codes"), or the driver's own
 * @param serverSays what the server itself said, on one line and in its language; empty if it said nothing, or something
 *     that holds the password
 */
public record ConnectionFailure(Kind kind, String summary, String sqlState, Optional<String> serverSays) {

    /** What it is about. */
    public enum Kind {
        /** Nobody answers, or the server does but not yet, or not any more, for want of something. */
        UNREACHABLE(true),
        /** The role may not come in: wrong password, no line in pg_hba.conf, no privilege on the database. */
        AUTHENTICATION(false),
        /** The server is there, the database is not. */
        NO_SUCH_DATABASE(false),
        /** Something else listens on that port. */
        NOT_POSTGRESQL(false),
        /** Encryption was asked for and is not to be had, or a certificate is not trusted. */
        TLS(false),
        /** Anything else. */
        OTHER(false);

        private final boolean worthWaiting;

        Kind(boolean worthWaiting) {
            this.worthWaiting = worthWaiting;
        }

        /** Whether it can go away without anybody changing a setting. */
        public boolean worthWaiting() {
            return worthWaiting;
        }
    }

    /** What an exception of {@code getConnection} means; without the server's own words, which could hold anything. */
    public static ConnectionFailure of(SQLException exception) {
        return FailureClassifier.classify(exception).withServerSaying(Optional.empty());
    }

    /** The same with the server's own words, unless they give away the password of these settings. */
    public static ConnectionFailure of(SQLException exception, ConnectionSettings settings) {
        ConnectionFailure failure = FailureClassifier.classify(exception);
        Secrets secrets = settings.secrets();
        Optional<String> says =
                failure.serverSays.filter(text -> !settings.isGivenAwayBy(text)).map(secrets::mask);
        return new ConnectionFailure(
                failure.kind, secrets.mask(failure.summary), failure.sqlState, says.map(OneLine::of));
    }

    /** Whether it can go away without anybody changing a setting: a server that starts, a full one, a missing one. */
    public boolean worthWaiting() {
        return kind.worthWaiting();
    }

    /** The summary, with what the server said where it said something. */
    @Override
    public String toString() {
        return summary + serverSays.map(text -> ": " + text).orElse("");
    }

    private ConnectionFailure withServerSaying(Optional<String> text) {
        return new ConnectionFailure(kind, summary, sqlState, text.map(OneLine::of));
    }
}

package io.github.cleanstaletypes.internal.connect;

import static io.github.cleanstaletypes.internal.connect.FailureClassifier.failure;

import io.github.cleanstaletypes.internal.connect.ConnectionFailure.Kind;
import io.github.cleanstaletypes.internal.sql.OneLine;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong below the protocol, told by the types of an exception's causes. */
final class NetworkCause {

    private static final int MAX_DEPTH = 20;

    private final List<Throwable> causes = new ArrayList<>();

    private NetworkCause(Throwable exception) {
        Throwable cause = exception.getCause();
        while (cause != null && causes.size() < MAX_DEPTH) {
            causes.add(cause);
            cause = cause.getCause();
        }
    }

    /** The failure, or null if no cause tells. */
    static @Nullable ConnectionFailure classify(Throwable exception, String state) {
        return new NetworkCause(exception).classify(state);
    }

    private @Nullable ConnectionFailure classify(String state) {
        Optional<UnknownHostException> unknownHost = find(UnknownHostException.class);
        if (unknownHost.isPresent()) {
            return failure(Kind.UNREACHABLE, "host name not found: " + name(unknownHost.get()), state);
        }
        if (has(SocketTimeoutException.class)) {
            return failure(Kind.UNREACHABLE, "timed out", state);
        }
        if (has(ConnectException.class)) {
            return failure(Kind.UNREACHABLE, "connection refused", state);
        }
        if (has(NoRouteToHostException.class)) {
            return failure(Kind.UNREACHABLE, "no route to the host", state);
        }
        // before SSLException: a server that goes away in the middle of a handshake is wrapped in one
        if (has(EOFException.class) || has(SocketException.class)) {
            return failure(Kind.UNREACHABLE, "the server closed the connection", state);
        }
        if (has(FileNotFoundException.class) || has(FileSystemException.class)) {
            return failure(Kind.TLS, "a certificate or key file cannot be read", state);
        }
        if (has(GeneralSecurityException.class)) {
            return failure(Kind.TLS, "a certificate is not trusted or cannot be used", state);
        }
        if (has(SSLException.class)) {
            return failure(Kind.TLS, "the TLS handshake failed", state);
        }
        if (has(IOException.class)) {
            return failure(Kind.UNREACHABLE, "the connection broke", state);
        }
        return null;
    }

    private boolean has(Class<? extends Throwable> type) {
        return find(type).isPresent();
    }

    private <T extends Throwable> Optional<T> find(Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Java's message is the name, of some resolvers followed by a colon and a reason. */
    private static String name(UnknownHostException exception) {
        String message = Objects.requireNonNullElse(exception.getMessage(), "");
        int colon = message.indexOf(": ");
        return OneLine.of(colon < 0 ? message : message.substring(0, colon));
    }
}

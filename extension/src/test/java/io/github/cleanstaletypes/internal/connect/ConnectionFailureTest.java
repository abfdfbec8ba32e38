package io.github.cleanstaletypes.internal.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.cleanstaletypes.internal.connect.ConnectionFailure.Kind;
import io.github.cleanstaletypes.testing.Ports;
import io.github.cleanstaletypes.testing.ShortLivedJava;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of failure looks like, produced by whatever really causes it on localhost. */
class ConnectionFailureTest {

    private static final String PASSWORD = "SECRET";

    @TempDir
    Path home;

    @Test
    void a_port_without_a_listener_refuses() {
        assertThat(failure(Ports.free(), "")).isEqualTo(is(Kind.UNREACHABLE, "connection refused", "08001"));
    }

    @Test
    void a_name_without_an_address_is_named() {
        ConnectionFailure failure = attempt("postgres://app:SECRET@nowhere.invalid/app");

        assertThat(failure).isEqualTo(is(Kind.UNREACHABLE, "host name not found: nowhere.invalid", "08001"));
    }

    @ParameterizedTest
    @CsvSource({"disable", "prefer", "require"})
    void a_listener_that_never_answers_times_out(String mode) throws Exception {
        try (Listener listener = Listener.silent()) {
            long start = System.nanoTime();

            ConnectionFailure failure = failure(listener.port(), "?connect_timeout=1&sslmode=" + mode);

            assertThat(failure).isEqualTo(is(Kind.UNREACHABLE, "timed out", "08001"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @ParameterizedTest
    @CsvSource({"disable", "prefer", "require"})
    void a_listener_that_hangs_up_closed_the_connection(String mode) throws Exception {
        try (Listener listener = Listener.hangingUp()) {
            assertThat(failure(listener.port(), "?sslmode=" + mode))
                    .isEqualTo(is(Kind.UNREACHABLE, "the server closed the connection", "08001"));
        }
    }

    @ParameterizedTest
    @CsvSource({"disable", "prefer", "require"})
    void a_web_server_that_waits_for_the_rest_of_a_request_times_out(String mode) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        try {
            assertThat(failure(server.getAddress().getPort(), "?connect_timeout=1&sslmode=" + mode))
                    .isEqualTo(is(Kind.UNREACHABLE, "timed out", "08001"));
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    HTTP/1.1 400 Bad Request | disable | NOT_POSTGRESQL
                    HTTP/1.1 400 Bad Request | prefer  | NOT_POSTGRESQL
                    J\\0\\0\\0\\n8.0.36      | disable | NOT_POSTGRESQL
                    J\\0\\0\\0\\n8.0.36      | prefer  | NOT_POSTGRESQL
                    -ERR unknown command     | prefer  | NOT_POSTGRESQL
                    220 mail ESMTP           | prefer  | NOT_POSTGRESQL
                    SSH-2.0-OpenSSH_9.6      | disable | NOT_POSTGRESQL
                    """)
    void an_answer_in_another_protocol_is_no_postgresql_server(String greeting, String mode, Kind kind)
            throws Exception {
        byte[] bytes = (greeting.replace("\\0", "\0").replace("\\n", "\n") + "\r\n").getBytes(UTF_8);
        try (Listener listener = Listener.answering(bytes)) {
            ConnectionFailure failure = failure(listener.port(), "?sslmode=" + mode);

            assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind);
            assertThat(failure.worthWaiting()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    57P03 | UNREACHABLE      | the server is starting up or shutting down
                    57P01 | UNREACHABLE      | the server is starting up or shutting down
                    53300 | UNREACHABLE      | too many connections
                    53200 | UNREACHABLE      | the server lacks resources
                    08P01 | UNREACHABLE      | the pooler in front of the server has no connection
                    28P01 | AUTHENTICATION   | password authentication failed
                    28000 | AUTHENTICATION   | the server does not let this role in from here
                    42501 | AUTHENTICATION   | no privilege to connect to the database
                    3D000 | NO_SUCH_DATABASE | the database does not exist
                    55000 | OTHER            | refused by the server with SQLSTATE 55000
                    """)
    void what_the_server_refuses_is_told_by_sqlstate_in_any_language(String state, Kind kind, String summary)
            throws Exception {
        try (Listener listener = Listener.refusing(state, "Das Datenbanksystem startet")) {
            ConnectionFailure failure = failure(listener.port(), "");

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.sqlState()).isEqualTo(state);
            assertThat(failure).hasToString(summary + ": Das Datenbanksystem startet");
            assertThat(failure.worthWaiting()).isEqualTo(kind == Kind.UNREACHABLE);
        }
    }

    @Test
    void a_server_that_echoes_the_password_is_not_quoted() throws Exception {
        try (Listener listener = Listener.refusing("28P01", "no, not SECRET")) {
            assertThat(failure(listener.port(), "")).hasToString("password authentication failed");
        }
        try (Listener listener = Listener.refusing("28P01", "no, app\n")) {
            ConnectionFailure failure = attempt("postgres://app:app@localhost:" + listener.port() + "/shop");
            assertThat(failure).hasToString("password authentication failed: no, app\\u{a}");
        }
    }

    @Test
    void a_read_that_times_out_is_told() throws Exception {
        try (Listener listener = Listener.silent()) {
            String url = "jdbc:postgresql://localhost:" + listener.port()
                    + "/app?sslmode=disable&loginTimeout=0&socketTimeout=1";
            ConnectionSettings settings =
                    new TestEnvironment(home).with("DATABASE_URL", url).resolve();

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> settings.dataSource().getConnection().close())
                    .satisfies(e ->
                            assertThat(ConnectionFailure.of(e)).isEqualTo(is(Kind.UNREACHABLE, "timed out", "08001")));
        }
    }

    @Test
    void the_language_of_the_driver_does_not_matter() throws Exception {
        try (Listener silent = Listener.silent();
                Listener withoutTls = Listener.on(0, (socket, in, out) -> {
                    in.read(new byte[8]);
                    out.write('N');
                })) {
            String refused = attemptInGerman(withoutTls.port(), "?sslmode=require");
            assertThat(refused).isEqualTo("Der Server unterstützt SSL nicht. -> the server does not offer TLS");
            String late = attemptInGerman(silent.port(), "?sslmode=disable&connect_timeout=1");
            assertThat(late).endsWith(" -> timed out").doesNotContain("attempt timed out");
        }
    }

    private static String attemptInGerman(int port, String parameters) throws Exception {
        Process java = new ProcessBuilder(ShortLivedJava.words(
                        "-Duser.language=de",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneAttempt.class.getName(),
                        "postgres://app@localhost:" + port + "/app" + parameters))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream out = java.getInputStream()) {
            return new String(out.readAllBytes(), UTF_8);
        }
    }

    private ConnectionFailure failure(int port, String parameters) {
        return attempt("postgres://app:" + PASSWORD + "@localhost:" + port + "/app" + parameters);
    }

    /** The failure of one attempt, after checking that nothing gives the password away. */
    private ConnectionFailure attempt(String url) {
        ConnectionSettings settings =
                new TestEnvironment(home).with("DATABASE_URL", url).resolve();
        ConnectionFailure[] failure = new ConnectionFailure[1];
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(
                        () -> new DatabaseWaiter(settings).await(Duration.ZERO).close())
                .withNoCause()
                .satisfies(e -> assertThat(e + " " + e.failure()).doesNotContain(PASSWORD))
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith("Could not connect to app@")
                        .hasLineCount(1))
                .satisfies(e -> failure[0] = e.failure());
        return failure[0];
    }

    private static ConnectionFailure is(Kind kind, String summary, String state) {
        return new ConnectionFailure(kind, summary, state, Optional.empty());
    }
}

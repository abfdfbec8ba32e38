package io.github.cleanstaletypes.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cleanstaletypes.internal.connect.ConnectionFailure.Kind;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.SQLException;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with certificates, on a port that accepts TLS with a certificate for another host name. */
class TlsFailureTest {

    private static final char[] STORE_PASSWORD = "password".toCharArray();

    @TempDir
    Path home;

    private Listener server;
    private Path certificate;

    @BeforeEach
    void a_tls_server() throws Exception {
        KeyStore own = selfSigned("own");
        certificate = writeCertificate(own, "own");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, STORE_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = Listener.on(0, (socket, in, out) -> {
            in.readNBytes(8);
            out.write('S');
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
            tls.startHandshake();
        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_not_trusted() throws Exception {
        Path other = writeCertificate(selfSigned("other"), "other");

        assertThat(failure("?sslmode=verify-ca&sslrootcert=" + other))
                .hasToString("a certificate is not trusted or cannot be used");
    }

    @Test
    void the_certificate_of_another_host_is_not_accepted() {
        assertThat(failure("?sslmode=verify-full&sslrootcert=" + certificate))
                .hasToString("the server's certificate or a TLS setting is not accepted");
    }

    @Test
    void a_missing_root_certificate_is_told_before_anything_is_connected_to() {
        Path none = home.resolve("none");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> failure("?sslmode=verify-full&sslrootcert=" + none))
                .withMessage("DATABASE_URL: the sslrootcert '" + none + "' cannot be read: no such file or directory");
    }

    @Test
    void a_server_that_speaks_no_tls_after_all_fails_the_handshake() throws Exception {
        try (Listener rubbish = Listener.on(0, (socket, in, out) -> {
            in.readNBytes(8);
            out.write('S');
            out.flush();
            in.read(new byte[1024]);
            out.write("this is no TLS record".getBytes(StandardCharsets.US_ASCII));
        })) {
            assertThat(failure(rubbish, "?sslmode=require")).hasToString("the TLS handshake failed");
        }
    }

    private ConnectionFailure failure(String parameters) {
        return failure(server, parameters);
    }

    private ConnectionFailure failure(Listener listener, String parameters) {
        String url = "postgres://app@localhost:" + listener.port() + "/app" + parameters;
        ConnectionSettings settings =
                new TestEnvironment(home).with("DATABASE_URL", url).resolve();
        ConnectionFailure[] failure = new ConnectionFailure[1];
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> settings.dataSource().getConnection().close())
                .satisfies(e -> failure[0] = ConnectionFailure.of(e));
        assertThat(failure[0].kind()).isEqualTo(Kind.TLS);
        assertThat(failure[0].worthWaiting()).isFalse();
        return failure[0];
    }

    private KeyStore selfSigned(String name) throws Exception {
        Path file = home.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name + ".example",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(STORE_PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, STORE_PASSWORD);
        }
        return store;
    }

    private Path writeCertificate(KeyStore store, String name) throws Exception {
        String base64 = Base64.getMimeEncoder()
                .encodeToString(store.getCertificate(name).getEncoded());
        return Files.writeString(
                home.resolve(name + ".crt"),
                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }
}

package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.testing.Ports;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** The pooler of that name, as Debian has it, in front of a server. */
final class PgBouncer implements AutoCloseable {

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return program() != null;
    }

    private static Path program() {
        return Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** @param mode {@code transaction} or {@code session} */
    static PgBouncer start(Path directory, PostgresServer server, String mode) {
        try {
            // it works as nobody, since it refuses to be root
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
            int port = Ports.free();
            Path users = Files.writeString(directory.resolve("users.txt"), "\"postgres\" \"\"\n");
            String user = System.getProperty("user.name").equals("root") ? "user = nobody\n" : "";
            Path settings = Files.writeString(
                    directory.resolve("pgbouncer.ini"), """
                    [databases]
                    * = host=127.0.0.1 port=%d
                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %d
                    unix_socket_dir =
                    auth_type = trust
                    auth_file = %s
                    pool_mode = %s
                    ignore_startup_parameters = extra_float_digits
                    %s""".formatted(server.port(), port, users, mode, user));
            Process process = new ProcessBuilder(String.valueOf(program()), settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("pgbouncer.log").toFile())
                    .start();
            PgBouncer pooler = new PgBouncer(process, port);
            Wait.until("PgBouncer listens", pooler::listens);
            return pooler;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

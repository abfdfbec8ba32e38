package io.github.cleanstaletypes.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL server of one version, started when first used, shared by all tests of this JVM and stopped at its
 * end.
 *
 * <p>Its log is in {@code target/postgres-VERSION-JVM.log} of the module that runs, with the number of this JVM among those
 * that test side by side. Can be shared between threads.
 */
public final class PostgresServer {

    /** The role that owns the server; every role may connect without a password. */
    public static final String SUPERUSER = "postgres";

    private static final Map<String, PostgresServer> SERVERS = new ConcurrentHashMap<>();

    private final String version;
    private final AtomicInteger names = new AtomicInteger();
    private @Nullable EmbeddedPostgres running;
    private @Nullable Connection keeper;

    private PostgresServer(String version) {
        this.version = version;
    }

    /** The server of a version that the build brings, such as {@code 14.22}. */
    public static PostgresServer of(String version) {
        return SERVERS.computeIfAbsent(version, PostgresServer::new);
    }

    /** The binaries of a version that the build brings, for a test that starts a server of its own. */
    public static PgBinaryResolver binaries(String version) {
        return new CopiedPostgresBinaries(version);
    }

    /** The jar of those binaries, for the class path of a process that has them as a user has. */
    public static Path binariesJar(String version) throws FileNotFoundException {
        return new CopiedPostgresBinaries(version).jar();
    }

    /** Its version in the form {@code 14.22}. */
    public String version() {
        return version;
    }

    /** Whether it locks a type that a CREATE refers to: from 14.24, 15.19, 16.15, 17.11 and 18.6. */
    public boolean locksTypes() {
        int dot = version.indexOf('.');
        int minor = Integer.parseInt(version.substring(dot + 1));
        return switch (Integer.parseInt(version.substring(0, dot))) {
            case 14 -> minor >= 24;
            case 15 -> minor >= 19;
            case 16 -> minor >= 15;
            case 17 -> minor >= 11;
            case 18 -> minor >= 6;
            default -> throw new IllegalStateException("Nobody has said whether " + version + " locks types");
        };
    }

    /** The port on localhost. Starts the server if it is not running. */
    public synchronized int port() {
        if (running == null) {
            running = start();
            System.out.println(this + (locksTypes() ? ", which locks types" : ", which locks no types"));
        }
        return running.getPort();
    }

    /** Connects its superuser to the database {@code postgres}. */
    public DataSource superuser() {
        return dataSource("postgres", SUPERUSER);
    }

    /** A new, empty database, which its {@code close()} drops with whatever is connected to it. */
    public TestDatabase createDatabase() {
        return TestDatabase.createOn(this);
    }

    /** A new, empty database of this encoding, without a locale. */
    public TestDatabase createDatabase(String encoding) {
        return TestDatabase.createOn(this, encoding);
    }

    /** What is asked in a session that stays, since to begin one costs a server more than most questions do. */
    interface Question<T> {
        T answer(Connection superuser) throws SQLException;
    }

    /** Asks in a session of the superuser's in the database {@code postgres}, which stays; in autocommit mode. */
    synchronized <T> T ask(Question<T> question) throws SQLException {
        if (keeper == null || !keeper.isValid(5)) {
            keeper = superuser().getConnection();
        }
        return question.answer(keeper);
    }

    /** The strategy that copies a template's files, where there is another one, which takes a third longer for an empty database. */
    String copyingFiles() {
        return version.startsWith("14.") ? "" : " STRATEGY file_copy";
    }

    PGSimpleDataSource dataSource(String database, String user) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {port()});
        dataSource.setDatabaseName(database);
        dataSource.setUser(user);
        return dataSource;
    }

    String uniqueName(String prefix) {
        return prefix + "_" + names.incrementAndGet();
    }

    private EmbeddedPostgres start() {
        try {
            return EmbeddedStart.of(
                    EmbeddedPostgres.builder()
                            .setDataDirectory(MemoryDirectory.create())
                            .setServerConfig("fsync", "off")
                            .setServerConfig("max_connections", "200")
                            .setServerConfig("max_prepared_transactions", "20")
                            .setServerConfig("listen_addresses", "localhost")
                            .setRegisterShutdownHook(true)
                            .setOutputRedirector(log())
                            .setErrorRedirector(log()),
                    version,
                    Ports.free());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL " + version + " did not start; see " + logFile(), e);
        }
    }

    private Redirect log() {
        File file = logFile().toFile();
        return file.getParentFile().isDirectory() ? Redirect.appendTo(file) : Redirect.DISCARD;
    }

    private Path logFile() {
        String jvm = System.getProperty("surefire.forkNumber", "1");
        return Path.of("target", "postgres-" + version + "-" + jvm + ".log").toAbsolutePath();
    }

    @Override
    public String toString() {
        return "PostgreSQL " + version;
    }
}

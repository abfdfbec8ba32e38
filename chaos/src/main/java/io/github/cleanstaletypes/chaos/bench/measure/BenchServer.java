package io.github.cleanstaletypes.chaos.bench.measure;

import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.testing.Directories;
import io.github.cleanstaletypes.testing.LargeCatalog;
import io.github.cleanstaletypes.testing.MemoryDirectory;
import io.github.cleanstaletypes.testing.PrivateServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server that does nothing but what is measured: nobody vacuums meanwhile, and a question is one process's work, so that its time on a
 * processor is the question's.
 */
public final class BenchServer implements AutoCloseable {

    private final String version;
    private final Path home;
    private final PrivateServer server;
    private final Map<Integer, Database> filled = new ConcurrentHashMap<>();

    private BenchServer(String version, Path home, PrivateServer server) {
        this.version = version;
        this.home = home;
        this.server = server;
    }

    /** Starts one of this version. */
    public static BenchServer start(String version) {
        Path home = MemoryDirectory.create();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteIfThere(home)));
        PrivateServer server = PrivateServer.in(home, version)
                .with("autovacuum", "off")
                .with("synchronous_commit", "on")
                .with("max_parallel_workers_per_gather", "0")
                // several at a time must do with few
                .with("max_connections", "20")
                .with("max_wal_size", "4GB");
        return new BenchServer(version, home, server.start());
    }

    /** Returns its version, such as {@code 18.6}. */
    public String version() {
        return version;
    }

    /** Returns its port on localhost. */
    public int port() {
        return server.port();
    }

    /** Returns the database with so many types; it is filled when it is asked for first, and all who ask get the same. */
    public Database withTypes(int types) {
        return filled.computeIfAbsent(types, this::fill);
    }

    /** Makes an empty database, and drops what was called so before. */
    public Database create(String name) {
        Database postgres = new Database(port(), "postgres");
        postgres.execute("DROP DATABASE IF EXISTS " + name, "CREATE DATABASE " + name + " TEMPLATE template0");
        return postgres.sibling(name);
    }

    /** Drops a database that is no longer needed. */
    public void drop(Database database) {
        database.sibling("postgres").execute("DROP DATABASE " + database.name() + " WITH (FORCE)");
    }

    private Database fill(int types) {
        Database database = create("types_" + types);
        if (types > 0) {
            try (Connection connection = database.connect(Database.OBSERVER)) {
                LargeCatalog.fill(connection, types);
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot make " + types + " types (" + e.getSQLState() + ")", e);
            }
        }
        new Database(port(), "postgres").execute("CHECKPOINT");
        return database;
    }

    private static void deleteIfThere(Path home) {
        if (home.toFile().exists()) {
            Directories.delete(home);
        }
    }

    @Override
    public void close() {
        server.close();
        deleteIfThere(home);
    }
}

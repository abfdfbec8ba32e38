package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.function.Supplier;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.utility.DockerImageName;

/** A container as the extension sees it, in front of a real server that needs no Docker. */
final class EmbeddedContainer extends JdbcDatabaseContainer<EmbeddedContainer> {

    private final Supplier<TestDatabase> database;
    private boolean running;

    EmbeddedContainer(Supplier<TestDatabase> database) {
        super(DockerImageName.parse("postgres:18"));
        this.database = database;
    }

    @Override
    public void start() {
        if (running) {
            throw new IllegalStateException("started twice");
        }
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public String getDriverClassName() {
        return "org.postgresql.Driver";
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:%d/%s?loggerLevel=OFF"
                .formatted(database.get().server().port(), database.get().name());
    }

    @Override
    public String getUsername() {
        return PostgresServer.SUPERUSER;
    }

    @Override
    public String getPassword() {
        return "p&ss w+rd%";
    }

    @Override
    protected String getTestQueryString() {
        return "SELECT 1";
    }
}

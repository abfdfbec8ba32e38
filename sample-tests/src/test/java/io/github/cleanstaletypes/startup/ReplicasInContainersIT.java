package io.github.cleanstaletypes.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Three replicas in containers, with the entrypoint and the images of {@code src/startup}. */
@EnabledIf(
        value = "io.github.cleanstaletypes.startup.Containers#engineAnswers",
        disabledReason = "no Docker engine answers `docker info`")
class ReplicasInContainersIT {

    private static final List<String> REPLICAS = List.of("one", "two", "three");
    private static final Duration LONGEST = Duration.ofSeconds(90);

    @BeforeAll
    static void buildImages(@TempDir Path scratch) throws IOException {
        Containers.buildImages(scratch);
    }

    @Test
    void all_serve_after_one_of_them_has_migrated() {
        try (Containers containers = new Containers()) {
            REPLICAS.forEach(containers::startReplica);

            REPLICAS.forEach(replica -> awaitServing(containers, replica));

            assertThat(String.join("", REPLICAS.stream().map(containers::logs).toList()))
                    .containsOnlyOnce("migrating: 1_customers.sql")
                    .containsOnlyOnce("migrating: 2_orders.sql");
            assertMigrated(containers);
            assertThat(containers.user("one")).isNotEqualTo("0");
        }
    }

    @Test
    void the_others_go_on_where_a_killed_one_was() {
        try (Containers containers = new Containers()) {
            REPLICAS.forEach(containers::startReplica);
            await().atMost(LONGEST)
                    .until(() -> containers
                            .query(
                                    "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'CREATE TABLE orders%'")
                            .equals("1"));
            String migrating = REPLICAS.stream()
                    .filter(replica -> containers.logs(replica).contains("migrating: 2_orders.sql"))
                    .findFirst()
                    .orElseThrow();

            containers.kill(migrating);

            List<String> others = REPLICAS.stream()
                    .filter(replica -> !replica.equals(migrating))
                    .toList();
            others.forEach(replica -> awaitServing(containers, replica));
            assertMigrated(containers);
            assertThat(containers.state(migrating)).isEqualTo("exited 137");
        }
    }

    @Test
    void a_database_in_development_is_made_new_with_one_command_and_the_former_one_stays() {
        try (DevelopmentProject project = new DevelopmentProject()) {
            project.compose("up", "-d", "database");
            await().atMost(LONGEST)
                    .until(() -> project.query("app", "CREATE TABLE mine AS SELECT 1 AS id; SELECT count(*) FROM mine")
                            .equals("1"));

            Shell.Ended made = project.newDatabase();

            assertThat(made.status()).as(made.output()).isZero();
            assertThat(project.query("app", "SELECT count(*), to_regclass('mine') IS NULL FROM orders"))
                    .isEqualTo("500|t");
            String former = project.query("app", "SELECT datname FROM pg_database WHERE datname LIKE 'app\\_old\\_%'");
            assertThat(project.query(former, "SELECT count(*) FROM mine")).isEqualTo("1");
        }
    }

    private static void awaitServing(Containers containers, String replica) {
        await(replica).atMost(LONGEST).until(() -> {
            assertThat(containers.state(replica))
                    .as(() -> containers.logs(replica))
                    .startsWith("running");
            return containers.logs(replica).contains("serving");
        });
    }

    private static void assertMigrated(Containers containers) {
        assertThat(containers.query("SELECT count(*) FROM customers")).isEqualTo("500");
        assertThat(containers.query("SELECT count(*) FROM orders")).isEqualTo("500");
        assertThat(containers.query("SELECT string_agg(script, ' ' ORDER BY script) FROM applied"))
                .isEqualTo("1_customers.sql 2_orders.sql");
    }
}

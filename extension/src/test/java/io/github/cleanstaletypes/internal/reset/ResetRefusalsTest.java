package io.github.cleanstaletypes.internal.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.PrivateServer;
import io.github.cleanstaletypes.testing.wire.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a database from being made new, each told by its name before anything is done. */
class ResetRefusalsTest {

    private static final PostgresServer SERVER = PostgresServer.of("18.6");

    private static ResetScene scene;

    @BeforeAll
    static void createDatabase() {
        scene = ResetScene.on(SERVER);
    }

    @AfterAll
    static void dropDatabase() {
        scene.close();
    }

    @AfterEach
    void nothing_was_done() {
        assertThat(scene.names()).contains(scene.name()).noneMatch(name -> name.contains("_old_"));
        assertThat(scene.namesWithRows()).containsExactly(scene.name());
    }

    @Test
    void a_role_that_lacks_a_right_is_told_which() {
        scene.outside("ALTER ROLE " + scene.role() + " NOCREATEDB", "CREATE ROLE stranger_to_reset LOGIN CREATEDB");
        try {
            assertThat(refused(scene.reset())).contains("role " + scene.role() + " lacks CREATEDB");
            assertThat(refused(scene.through(scene.port(), "stranger_to_reset").run(scene.arguments())))
                    .contains("database " + scene.name() + " belongs to " + scene.role()
                            + ", which stranger_to_reset neither is nor");
        } finally {
            scene.outside("ALTER ROLE " + scene.role() + " CREATEDB", "DROP ROLE stranger_to_reset");
        }
    }

    @Test
    void a_template_and_a_closed_database_are_refused() {
        scene.outside("ALTER DATABASE " + scene.name() + " IS_TEMPLATE true");
        assertThat(refused(scene.reset())).contains("\"" + scene.name() + "\" is a template");
        scene.outside("ALTER DATABASE " + scene.name() + " IS_TEMPLATE false ALLOW_CONNECTIONS false");
        assertThat(refused(scene.reset())).contains("\"" + scene.name() + "\" takes no connections");
        scene.outside("ALTER DATABASE " + scene.name() + " ALLOW_CONNECTIONS true");
    }

    @Test
    void a_database_that_is_not_there_and_the_servers_own_templates_are_refused() {
        for (String name : List.of("nowhere_at_all", "template0", "template1")) {
            Outcome refused = CommandRun.withoutDatabase()
                    .with("DATABASE_URL", "postgresql://" + scene.role() + "@localhost:" + scene.port() + "/" + name)
                    .run("reset", "--confirm", name);

            assertThat(refused(refused))
                    .contains(name.startsWith("template") ? "is a template" : "there is no database");
        }
    }

    @Test
    void what_goes_on_in_it_is_told_all_at_once() {
        scene.inside(scene.name(), "BEGIN; CREATE TABLE later (); PREPARE TRANSACTION 'resetting ''it'''");
        try {
            Outcome refused = scene.reset();

            assertThat(refused(refused))
                    .contains("prepared transaction resetting 'it' in " + scene.name() + ", of postgres");
            assertThat(scene.reset("--dry-run").exitCode()).isEqualTo(3);
        } finally {
            scene.inside(scene.name(), "ROLLBACK PREPARED 'resetting ''it'''");
        }
    }

    @Test
    void a_subscription_of_its_own_is_told() {
        String name = "sub_" + scene.role();
        scene.inside(
                scene.name(),
                "CREATE SUBSCRIPTION " + name
                        + " CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false, slot_name = NONE)");
        try {
            assertThat(refused(scene.reset())).contains("subscription " + name + " in " + scene.name() + ", disabled");
        } finally {
            scene.inside(scene.name(), "DROP SUBSCRIPTION " + name);
        }
    }

    @Test
    void what_only_looks_like_a_leftover_is_refused_by_its_name() {
        String leftover = scene.name() + "_new_" + scene.oid();
        scene.outside("CREATE DATABASE " + leftover + " OWNER " + scene.role() + " TEMPLATE template0");
        scene.inside(leftover, "CREATE VIEW mine AS SELECT 1");
        try {
            assertThat(refused(scene.reset())).contains("\"" + leftover + "\" is there", "it holds something");
            assertThat(refused(scene.reset("--undo"))).contains("\"" + leftover + "\" is there", "it holds something");
            assertThat(scene.names()).contains(leftover);
            // a reset that was killed may have made public anew
            scene.inside(leftover, "DROP VIEW mine", "DROP SCHEMA public", "CREATE SCHEMA public");
            assertThat(scene.reset("--undo").out()).contains("Drop \"" + leftover + "\"", "never lost its name");
            assertThat(scene.names()).containsExactly(scene.name());
        } finally {
            scene.outside("DROP DATABASE IF EXISTS " + leftover);
        }
    }

    @Test
    void a_role_that_no_maintenance_database_lets_in_is_told_what_was_tried() {
        scene.outside(
                "REVOKE CONNECT ON DATABASE postgres FROM PUBLIC", "REVOKE CONNECT ON DATABASE template1 FROM PUBLIC");
        try {
            Outcome refused = scene.reset();
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err())
                    .contains("no other one can be connected to: postgres: no privilege", "; template1: no privilege");
            scene.outside("GRANT CONNECT ON DATABASE template1 TO PUBLIC");
            assertThat(scene.reset("--dry-run").exitCode())
                    .as("template1 is as good")
                    .isZero();
        } finally {
            scene.outside(
                    "GRANT CONNECT ON DATABASE postgres TO PUBLIC", "GRANT CONNECT ON DATABASE template1 TO PUBLIC");
        }
    }

    @Test
    void a_pooler_is_refused_with_the_way_out() throws IOException {
        try (StandIn pooler = StandIn.before(scene.port())
                .rewriting("pg_catalog\\.pg_backend_pid\\(\\) AS pid", "1 AS pid")
                .open()) {
            assertThat(scene.through(pooler.port(), scene.role())
                            .run(scene.arguments())
                            .err())
                    .contains("DATABASE_URL leads to a connection pooler", "--database-url");
        }
    }

    @Test
    void a_role_whose_sessions_are_read_only_stays_so() {
        scene.outside("ALTER ROLE " + scene.role() + " SET default_transaction_read_only = on");
        try {
            assertThat(scene.reset().err()).contains("read-only (default_transaction_read_only)");
        } finally {
            scene.outside("ALTER ROLE " + scene.role() + " RESET default_transaction_read_only");
        }
    }

    @Test
    void a_slot_of_its_own_and_a_standby_are_refused(@TempDir Path directory) {
        try (PrivateServer server =
                PrivateServer.in(directory, "18.6").with("wal_level", "logical").start()) {
            ResetScene own = ResetScene.on(server);
            own.inside(own.name(), "SELECT pg_create_logical_replication_slot('reader', 'pgoutput')");
            assertThat(refused(own.reset()))
                    .contains("logical replication slot reader in " + own.name()
                            + ", of pgoutput, which nobody reads now");
            server.stop();
            server.becomeStandby();
            server.start();
            assertThat(own.reset().err()).contains("leads to a standby", "needs the primary");
            assertThat(own.names()).containsExactly(own.name());
        }
    }

    private static String refused(Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(3);
        assertThat(outcome.errorLines())
                .last()
                .asString()
                .isEqualTo("clean-stale-types: refused, and nothing was done");
        return outcome.err();
    }
}

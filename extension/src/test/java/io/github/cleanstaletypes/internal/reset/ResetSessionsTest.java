package io.github.cleanstaletypes.internal.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Sessions that are connected to a database which is to be made new. */
class ResetSessionsTest {

    private static final PostgresServer SERVER = PostgresServer.of("18.6");

    @Test
    void are_named_and_refused_and_with_the_option_they_are_ended_and_named() throws SQLException {
        try (ResetScene scene = ResetScene.on(SERVER);
                Connection application = scene.connect(scene.name(), scene.role())) {
            String pid = call(application);

            Outcome refused = scene.reset();
            Outcome planned = scene.reset("--dry-run", "--end-sessions");

            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.errorLines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("clean-stale-types: connected: session " + pid + " of " + scene.role()
                            + ", web 'front', from 127.0.0.1, idle, connected since 2")
                    .endsWith(" (--end-sessions ends it)");
            assertThat(refused.errorLines().get(1)).isEqualTo("clean-stale-types: refused, and nothing was done");
            assertThat(planned.out()).contains("Would end session " + pid, "Nothing was changed.");
            assertThat(scene.names()).containsExactly(scene.name());
            assertThat(application.isValid(5)).isTrue();

            Outcome ended = scene.reset("--end-sessions");

            assertThat(ended.exitCode()).as(ended.everything()).isZero();
            assertThat(ended.lines())
                    .filteredOn(line -> line.startsWith("⚠️  Ended session " + pid + " of "))
                    .hasSize(1);
            assertThat(application.isValid(5)).isFalse();
            assertThat(scene.tablesIn(scene.name())).isZero();
        }
    }

    @Test
    void that_this_role_may_not_end_are_named_and_refused() throws SQLException {
        try (ResetScene scene = ResetScene.on(SERVER);
                Connection superusers = scene.connect(scene.name(), PostgresServer.SUPERUSER)) {
            String pid = call(superusers);

            Outcome refused = scene.reset("--end-sessions");

            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err())
                    .contains("session " + pid + " of postgres, web 'front', of which more is not visible to this"
                            + " role, which this role may not end");
            assertThat(scene.names()).containsExactly(scene.name());
            assertThat(superusers.isValid(5)).isTrue();
        }
    }

    @Test
    void in_what_was_set_aside_keep_it_from_being_dropped() throws SQLException {
        try (ResetScene scene = ResetScene.on(SERVER)) {
            String old = scene.name() + "_old_" + scene.oid();
            assertThat(scene.reset().exitCode()).isZero();
            try (Connection reader = scene.connect(old, scene.role())) {
                String pid = call(reader);

                assertThat(scene.reset("--drop-old").err()).contains("connected: session " + pid);
                assertThat(scene.reset("--undo").err()).contains("connected: session " + pid);
                assertThat(scene.names()).contains(old);
                assertThat(scene.reset("--drop-old", "--end-sessions").exitCode())
                        .isZero();
                assertThat(scene.names()).containsExactly(scene.name());
            }
        }
    }

    @Test
    void that_slip_in_after_the_look_keep_both_databases_as_they_were() throws Exception {
        try (ResetScene scene = ResetScene.on(SERVER)) {
            try (SlippingIn line = new SlippingIn(scene)) {
                Outcome refused = scene.through(line.port(), scene.role()).run(scene.arguments());

                assertThat(refused.exitCode()).as(refused.everything()).isEqualTo(3);
                assertThat(refused.err())
                        .contains(
                                "connected: session ", "somebody was connected while the databases were to be renamed");
            }
            assertThat(scene.names()).containsExactly(scene.name());
            assertThat(scene.namesWithRows()).containsExactly(scene.name());
        }
    }

    @EachServer
    void an_application_that_connects_all_the_while_sees_no_moment_without_the_database(PostgresServer server)
            throws Exception {
        try (ResetScene scene = ResetScene.on(server);
                Reconnecting application = new Reconnecting(scene)) {
            Wait.until("it has been connected", () -> application.connected() > 3);

            Outcome made = scene.reset("--end-sessions");
            int then = application.connected();

            assertThat(made.exitCode()).as(made.everything()).isZero();
            application.failIfRefusedFromNowOn();
            Wait.until("it goes on", () -> application.connected() > then + 10);
            System.out.println(server + ": an application that connects all the while " + application.inWords());
            assertThat(application.refusedAfterwards()).isEmpty();
            assertThat(application.failures().keySet()).isSubsetOf("3D000", "57P01", "08006");
        }
    }

    private static String call(Connection session) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute("SET application_name = 'web ''front'''");
            try (var row = statement.executeQuery("SELECT pg_backend_pid()")) {
                row.next();
                return row.getString(1);
            }
        }
    }
}

package io.github.cleanstaletypes.internal.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.cli.CommandRun.Streams;
import io.github.cleanstaletypes.internal.reset.state.ResetNames;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two resets of one database at once. */
class TwoResetsTest {

    private static final PostgresServer SERVER = PostgresServer.of("18.6");

    @Test
    void one_does_it_and_the_other_sees_afterwards_that_it_is_done() {
        try (ResetScene scene = ResetScene.on(SERVER)) {
            List<CompletableFuture<Outcome>> both = Stream.of(1, 2)
                    .map(one -> CompletableFuture.supplyAsync(() -> scene.reset()))
                    .toList();
            List<Outcome> outcomes = both.stream().map(CompletableFuture::join).toList();

            assertThat(outcomes)
                    .allSatisfy(one ->
                            assertThat(one.exitCode()).as(one.everything()).isZero());
            assertThat(outcomes)
                    .filteredOn(one -> one.out().contains(" is new and empty. "))
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(one -> one.out().contains(" is new already: "))
                    .hasSize(1);
            assertThat(scene.names()).hasSize(2);
        }
    }

    @Test
    void the_other_one_says_who_holds_the_lock_when_it_waits_and_when_it_gives_up() throws SQLException {
        try (ResetScene scene = ResetScene.on(SERVER);
                Connection holder = scene.connect("postgres", scene.role());
                Statement statement = holder.createStatement()) {
            statement.execute("SET application_name = 'the first'");
            statement.execute("SELECT pg_advisory_lock(" + new ResetNames(scene.name()).lockKey() + ")");

            Outcome refused = scene.reset("--lock-wait", "0");
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err())
                    .contains(
                            "another reset of \"" + scene.name() + "\" has been at work",
                            "the first",
                            "nothing was changed");

            Streams streams = new Streams();
            CompletableFuture<Outcome> waiting =
                    CompletableFuture.supplyAsync(() -> scene.commandLine().start(streams, scene.arguments()));
            Wait.until(
                    "it says for whom it waits",
                    () -> streams.err().contains("Another reset of this database is at work"));
            assertThat(streams.err()).contains("the first");
            statement.execute("SELECT pg_advisory_unlock_all()");

            assertThat(waiting.join().exitCode()).isZero();
            assertThat(scene.tablesIn(scene.name())).isZero();
        }
    }

    @Test
    void one_of_another_database_does_not_wait() throws SQLException {
        try (ResetScene scene = ResetScene.on(SERVER);
                Connection holder = scene.connect("postgres", scene.role());
                Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + new ResetNames(scene.name() + "x").lockKey() + ")");

            assertThat(scene.reset("--lock-wait", "0").exitCode()).isZero();
        }
    }
}

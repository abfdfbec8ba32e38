package io.github.cleanstaletypes.internal.guard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.LiveGuard;
import io.github.cleanstaletypes.internal.guard.LiveGuard.Starter;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A command that says nothing for long may be at work, or may hang: its sessions tell. */
class CommandSilenceTest {

    private static final LiveLimits SOON = new LiveLimits(
            Duration.ofMillis(100),
            Duration.ofMinutes(1),
            Duration.ofMillis(300),
            Duration.ofMillis(50),
            Duration.ofMillis(50));

    @Test
    void what_its_sessions_run_is_told_or_that_it_has_none() throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            try (LiveGuard guard =
                    Starter.on(database).limits(SOON).start("psql -Xqc \"SELECT pg_sleep(60), 'secret'\"")) {
                assertThat(guard.saying(
                                "nothing on the command's stderr for \\d+ s; session \\d+ has run for \\d+ s: SELECT"))
                        .endsWith(": SELECT pg_sleep(60), '…'");
                database.queryTexts("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE"
                        + " 'SELECT pg_sleep(60)%'");
                guard.ended();
            }
            try (LiveGuard guard = Starter.on(database).limits(SOON).start("exec sleep 60")) {
                guard.saying("nothing on the command's stderr for \\d+ s; it has no session in the database$");
            }
        }
    }

    @Test
    void a_command_that_speaks_is_not_silent_and_one_that_goes_on_being_silent_is_told_ever_more_seldom() {
        SilenceTeller teller = new SilenceTeller(Duration.ofMinutes(1));
        assertThat(seconds(teller, 59)).isEmpty();
        assertThat(seconds(teller, 60)).isPresent();
        assertThat(seconds(teller, 62)).isEmpty();
        assertThat(seconds(teller, 119)).isEmpty();
        assertThat(seconds(teller, 120)).isPresent();
        assertThat(seconds(teller, 180)).isEmpty();
        assertThat(seconds(teller, 240)).isPresent();
        assertThat(seconds(teller, 2)).isEmpty();
        assertThat(seconds(teller, 60)).isPresent();
    }

    @Test
    void of_many_sessions_the_first_are_told_and_how_many_there_are_besides() {
        CommandSession hidden = new CommandSession(7, true, true, null, null, null);
        CommandSession idle = new CommandSession(8, false, false, "idle", "COMMIT", Duration.ofSeconds(3));
        assertThat(new SilenceTeller(Duration.ofMinutes(1))
                        .noted(Duration.ofMinutes(1), List.of(hidden, idle, hidden, hidden, hidden)))
                .hasValue("nothing on the command's stderr for 60 s; session 7 does what is not visible to this role;"
                        + " session 8 (probably the command's) is idle for 3 s, after: COMMIT; session 7 does what is not visible"
                        + " to this role; and 2 more");
    }

    private static Optional<String> seconds(SilenceTeller teller, int silence) {
        return teller.noted(Duration.ofSeconds(silence), List.of());
    }
}

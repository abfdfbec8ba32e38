package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.internal.guard.command.CommandProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a signal is for: the command as soon as it is about to start, since until its end the lock is its lock. */
class ControlTest {

    private final AtomicInteger brokenOff = new AtomicInteger();
    private final Control control = new Control(
            Thread.currentThread(),
            brokenOff::incrementAndGet,
            OnLockLost.STOP,
            Duration.ofSeconds(1),
            new SilentNarrator());

    @ParameterizedTest
    @CsvSource({"TERM, 143", "USR1, 138"})
    void a_signal_while_the_command_starts_is_for_the_command_and_breaks_nothing_off(String signal, int status)
            throws Exception {
        control.starting();
        control.received(signal);
        assertThat(brokenOff).hasValue(0);
        CommandProcess command = CommandProcess.start(List.of("sleep", "10"), Map.of(), true, null);
        try {
            control.started(command);
            assertThat(command.await()).isEqualTo(status);
            assertThat(brokenOff).hasValue(0);
        } finally {
            command.stop(Duration.ZERO);
        }
    }

    @Test
    void a_signal_before_it_starts_keeps_it_from_starting() {
        control.received("TERM");
        assertThat(brokenOff).hasValue(1);
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(control::starting).isInstanceOf(InterruptedException.class);
    }

    @Test
    void a_signal_after_its_end_breaks_off_what_follows() throws Exception {
        control.starting();
        control.ended();
        control.received("TERM");
        assertThat(brokenOff).hasValue(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_lock_that_is_given_up_on_a_signal_is_not_lost() throws Exception {
        control.starting();
        control.ended();
        control.received("TERM");
        // a heartbeat was in flight
        control.lost("the connection was lost (08006)");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(control.lockLost()).isNull();
        assertThat(control.stopped()).isFalse();
        assertThat(brokenOff).hasValue(1);
    }

    @Test
    void a_signal_that_programs_give_a_meaning_of_their_own_ends_nothing() throws Exception {
        control.received("USR1");
        control.starting();
        assertThat(brokenOff).hasValue(0);
    }
}

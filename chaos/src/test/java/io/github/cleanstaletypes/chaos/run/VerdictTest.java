package io.github.cleanstaletypes.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void a_fault_that_did_not_come_about_is_not_a_pass() {
        assertThat(of(new Inconclusive("not reached"))).isEqualTo(new Verdict(Outcome.INCONCLUSIVE, "not reached"));
    }

    @Test
    void whatever_else_goes_wrong_is_a_failure() {
        assertThat(of(new Deviation("a row is missing"))).isEqualTo(new Verdict(Outcome.FAILED, "a row is missing"));
        assertThat(of(new IllegalStateException("no connection")))
                .isEqualTo(new Verdict(Outcome.FAILED, "java.lang.IllegalStateException: no connection"));
        assertThat(Verdict.of(() -> List.of("a row is lost", "and another")))
                .isEqualTo(new Verdict(Outcome.FAILED, "a row is lost; and another"));
    }

    @Test
    void what_has_no_reason_to_fail_passes() {
        assertThat(Verdict.of(List::of)).isEqualTo(new Verdict(Outcome.PASSED, ""));
    }

    private static Verdict of(RuntimeException thrown) {
        return Verdict.of(() -> {
            throw thrown;
        });
    }
}

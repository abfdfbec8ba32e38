package io.github.cleanstaletypes.chaos.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.run.Outcome;
import io.github.cleanstaletypes.chaos.run.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ActResultTest {

    @Test
    void an_act_that_passed_says_what_it_showed() {
        assertThat(inWords(Outcome.PASSED, "", new Observation(null, 3, 3)))
                .isEqualTo("3 rows before, 3 rows after, each the same (7 s).");
    }

    @Test
    void an_act_that_did_not_pass_says_why() {
        assertThat(inWords(Outcome.FAILED, "a row is missing", null)).isEqualTo("FAILED: a row is missing");
        assertThat(inWords(Outcome.INCONCLUSIVE, "not reached", null))
                .isEqualTo("INCONCLUSIVE, which counts as a failure: not reached");
    }

    private static String inWords(Outcome outcome, String reason, Observation seen) {
        return new ActResult(new Verdict(outcome, reason), seen, Duration.ofSeconds(7)).inWords();
    }
}

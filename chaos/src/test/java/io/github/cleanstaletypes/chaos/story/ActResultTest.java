package io.github.cleanstaletypes.chaos.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.product.CommandLine;
import io.github.cleanstaletypes.chaos.run.Outcome;
import io.github.cleanstaletypes.chaos.run.Verdict;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ActResultTest {

    @Test
    void a_fault_that_did_not_come_about_is_not_a_pass() {
        ActResult result = resultOf(() -> {
            throw new Inconclusive("not reached");
        });
        assertThat(result.verdict()).isEqualTo(new Verdict(Outcome.INCONCLUSIVE, "not reached"));
        assertThat(result.inWords()).isEqualTo("INCONCLUSIVE, which counts as a failure: not reached");
    }

    @Test
    void whatever_else_goes_wrong_is_a_failure() {
        ActResult result = resultOf(() -> {
            throw new Deviation("a row is missing");
        });
        assertThat(result.verdict()).isEqualTo(new Verdict(Outcome.FAILED, "a row is missing"));
        assertThat(result.inWords()).isEqualTo("FAILED: a row is missing");
        assertThat(resultOf(() -> {
                            throw new IllegalStateException("no connection");
                        })
                        .verdict())
                .isEqualTo(new Verdict(Outcome.FAILED, "java.lang.IllegalStateException: no connection"));
    }

    @Test
    void an_act_that_ends_passes_with_what_it_saw() {
        ActResult result = resultOf(() -> new Seen(null, 3, 3));
        assertThat(result.verdict().passed()).isTrue();
        assertThat(result.seen()).isEqualTo(new Seen(null, 3, 3));
        assertThat(result.inWords()).startsWith("3 rows before, 3 rows after, each the same (");
    }

    private static ActResult resultOf(Supplier<Seen> play) {
        Act act = new Act() {
            @Override
            public String title() {
                return "for the test";
            }

            @Override
            public Seen play(Scene scene, Narrator narrator) {
                return play.get();
            }
        };
        return ActResult.of(act, "18.6", new CommandLine(Path.of("no.jar")), Narrator.SILENT);
    }
}

package io.github.cleanstaletypes.chaos.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.product.CommandLine;
import io.github.cleanstaletypes.chaos.story.ActResult.Failed;
import io.github.cleanstaletypes.chaos.story.ActResult.NothingShown;
import io.github.cleanstaletypes.chaos.story.ActResult.Passed;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ActResultTest {

    @Test
    void a_fault_that_did_not_come_about_is_not_a_pass() {
        assertThat(resultOf(() -> {
                    throw new Inconclusive("not reached");
                }))
                .isInstanceOf(NothingShown.class);
    }

    @Test
    void whatever_else_goes_wrong_is_a_failure() {
        assertThat(resultOf(() -> {
                    throw new Deviation("a row is missing");
                }))
                .isInstanceOf(Failed.class);
        assertThat(resultOf(() -> {
                    throw new IllegalStateException("no connection");
                }))
                .isInstanceOf(Failed.class);
    }

    @Test
    void an_act_that_ends_passes_with_what_it_saw() {
        Seen seen = new Seen(null, 3, 3);
        assertThat(resultOf(() -> seen))
                .isInstanceOfSatisfying(
                        Passed.class, passed -> assertThat(passed.seen()).isEqualTo(seen));
    }

    private static ActResult resultOf(Supplier<Seen> play) {
        Act act = new Act() {
            @Override
            public String title() {
                return "for the test";
            }

            @Override
            public Seen play(Stage stage) {
                return play.get();
            }
        };
        PostgresServer neverStarted = PostgresServer.of("18.6");
        return ActResult.of(act, new Stage(neverStarted, new CommandLine(Path.of("no.jar")), Narrator.SILENT));
    }
}

package io.github.cleanstaletypes.chaos.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What rounds say of a number. */
class EstimateTest {

    @Test
    void the_median_of_an_odd_number_of_rounds_is_the_one_in_the_middle() {
        assertThat(Estimate.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Estimate(2, 1, 9));
    }

    @Test
    void the_median_of_an_even_number_of_rounds_lies_between_the_two_in_the_middle() {
        assertThat(Estimate.of(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(new Estimate(3, 1, 100));
    }

    @Test
    void no_rounds_and_rounds_that_say_no_number_are_no_estimate() {
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.of(List.of(1.0, Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.of(List.of(1 / 0.0)));
    }

    @Test
    void contenders_run_in_turn_and_rounds_that_warm_up_do_not_count() {
        List<String> order = new ArrayList<>();
        Map<String, Rounds.Contender> contenders = new LinkedHashMap<>();
        contenders.put("a", () -> ran("a", order));
        contenders.put("b", () -> ran("b", order));
        Rounds rounds = Rounds.play(1, 2, contenders);
        assertThat(order).containsExactly("a", "b", "a", "b", "a", "b");
        assertThat(rounds.all()).hasSize(2);
        assertThat(rounds.estimate("a", Cost::waiting)).isEqualTo(new Estimate(4, 3, 5));
    }

    /** A machine that is twice as slow in one round is so for both contenders. */
    @Test
    void a_ratio_is_taken_within_each_round() {
        Rounds rounds = new Rounds(List.of(round(10, 5), round(40, 20), round(6, 3)));
        assertThat(rounds.estimate(
                        round -> round.of("a").waiting() / round.of("b").waiting()))
                .isEqualTo(Estimate.exactly(2));
    }

    @Test
    void a_contender_that_did_not_run_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> round(1, 1).of("c"))
                .withMessage("No c among [a, b]");
    }

    @Test
    void the_processors_time_is_that_of_both_sides() {
        Cost cost = new Cost(Duration.ofSeconds(9), Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(cost.cpu()).isEqualTo(0.75);
    }

    private static Cost ran(String name, List<String> order) {
        order.add(name);
        return seconds(order.size());
    }

    private static Rounds.Round round(int a, int b) {
        Map<String, Cost> costs = new LinkedHashMap<>();
        costs.put("a", seconds(a));
        costs.put("b", seconds(b));
        return new Rounds.Round(costs);
    }

    private static Cost seconds(int seconds) {
        return new Cost(Duration.ofSeconds(seconds), Duration.ZERO, Duration.ZERO);
    }
}

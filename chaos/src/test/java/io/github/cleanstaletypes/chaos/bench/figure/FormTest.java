package io.github.cleanstaletypes.chaos.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.bench.measure.Estimate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a number is worth, in each form. */
class FormTest {

    @ParameterizedTest
    @CsvSource({
        "1.60, HELD, HELD",
        "1.61, MISSED, HELD",
        "3.20, MISSED, HELD",
        "3.21, MISSED, MISSED",
    })
    void a_ratio_at_twice_its_target_still_passes_the_small_form(double ratio, Verdict full, Verdict smoke) {
        Figure figure = figure(Promise.of("it", Target.times(1.6)), ratio);
        assertThat(Form.FULL.judge(figure)).isEqualTo(full);
        assertThat(Form.SMOKE.judge(figure)).isEqualTo(smoke);
    }

    @ParameterizedTest
    @CsvSource({"1.6, HELD, HELD", "1.5, MISSED, HELD", "0.8, MISSED, HELD", "0.79, MISSED, MISSED"})
    void where_more_is_better_half_of_the_target_does(double ratio, Verdict full, Verdict smoke) {
        Figure figure = figure(Promise.of("it", Target.timesAtLeast(1.6)), ratio);
        assertThat(Form.FULL.judge(figure)).isEqualTo(full);
        assertThat(Form.SMOKE.judge(figure)).isEqualTo(smoke);
    }

    @Test
    void none_is_none_in_each_form() {
        assertThat(Stream.of(Form.values()).map(form -> form.judge(figure(Promise.of("it", Target.atMost(0)), 1))))
                .containsOnly(Verdict.MISSED);
    }

    @Test
    void the_small_form_never_fails_on_a_time_nor_on_what_only_a_large_catalog_tells() {
        assertThat(Form.SMOKE.judge(figure(Promise.of("it", Target.seconds(0.2)), 99)))
                .isEqualTo(Verdict.TOLD);
        assertThat(Form.SMOKE.judge(figure(Promise.ofLarge("it", Target.times(3)), 99)))
                .isEqualTo(Verdict.TOLD);
        assertThat(Form.FULL.judge(figure(Promise.of("it", Target.seconds(0.2)), 0.3)))
                .isEqualTo(Verdict.MISSED);
        assertThat(Form.FULL.judge(figure(Promise.ofLarge("it", Target.times(3)), 4)))
                .isEqualTo(Verdict.MISSED);
    }

    @Test
    void what_could_not_be_measured_is_no_success_and_what_is_not_there_only_in_the_small_form() {
        Promise promise = Promise.of("it", Target.times(1));
        for (Form form : Form.values()) {
            assertThat(form.judge(promise.failed("it broke"))).isEqualTo(Verdict.FAILED);
            assertThat(form.isGood(Verdict.FAILED)).isFalse();
            assertThat(form.judge(promise.absent("not built"))).isEqualTo(Verdict.ABSENT);
        }
        assertThat(Form.FULL.isGood(Verdict.ABSENT)).isFalse();
        assertThat(Form.SMOKE.isGood(Verdict.ABSENT)).isTrue();
    }

    @Test
    void a_row_that_fails_keeps_none_of_its_promises() {
        List<Promise> promises = List.of(Promise.of("a", Target.times(1)), Promise.of("b", Target.atMost(3)));
        assertThat(RowResult.failed(promises, "no server").figures())
                .extracting(Figure::what, figure -> figure.failure().orElse(""))
                .containsExactly(Tuple.tuple("a", "no server"), Tuple.tuple("b", "no server"));
    }

    @Test
    void each_form_says_what_is_good_enough() {
        assertThat(Form.FULL.inWords(Target.times(1.6))).isEqualTo("≤ 1.6 ×");
        assertThat(Form.SMOKE.inWords(Target.times(1.6))).isEqualTo("≤ 1.6 × · 2");
        assertThat(Form.SMOKE.inWords(Target.timesAtLeast(1.6))).isEqualTo("≥ 1.6 × · ½");
        assertThat(Form.SMOKE.inWords(Target.atMost(0))).isEqualTo("≤ 0");
    }

    private static Figure figure(Promise promise, double value) {
        return promise.kept(Estimate.exactly(value), "", "");
    }
}

package io.github.cleanstaletypes.chaos.bench.figure;

import io.github.cleanstaletypes.chaos.bench.measure.Talk;
import io.github.cleanstaletypes.chaos.bench.measure.Waterfall;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bench has come to this.
 *
 * @param form how it is judged
 * @param surroundings where it ran, in words: names and values
 * @param rows each with what it has shown
 */
public record BenchResult(Form form, List<Fact> surroundings, List<Measured> rows) {

    /** Copies the lists. */
    public BenchResult {
        surroundings = List.copyOf(surroundings);
        rows = List.copyOf(rows);
    }

    /** A fact about the machine, the programs or the sizes. */
    public record Fact(String name, String value) {}

    /**
     * A row was measured, or has failed to be.
     *
     * @param row its name
     * @param title what it is about
     */
    public record Measured(String row, String title, RowResult result) {}

    /** Lists all figures. */
    public List<Figure> figures() {
        return rows.stream()
                .flatMap(measured -> measured.result().figures().stream())
                .toList();
    }

    /** Counts the figures with one of these verdicts. */
    public long count(Verdict... verdicts) {
        return figures().stream()
                .filter(figure -> Stream.of(verdicts).anyMatch(verdict -> form.judge(figure) == verdict))
                .count();
    }

    /** Tells whether all is as it should be. */
    public boolean succeeded() {
        return figures().stream().map(form::judge).allMatch(form::isGood);
    }

    /** Lists the curves of all rows. */
    public List<Curve> curves() {
        return rows.stream()
                .flatMap(measured -> measured.result().curves().stream())
                .toList();
    }

    /** Lists what was asked in all rows. */
    public List<Talk> talks() {
        return rows.stream()
                .flatMap(measured -> measured.result().talks().stream())
                .toList();
    }

    /** Lists the waterfalls of all rows. */
    public List<Waterfall> waterfalls() {
        return rows.stream()
                .flatMap(measured -> measured.result().waterfalls().stream())
                .toList();
    }
}

package io.github.cleanstaletypes.chaos.bench.page;

import io.github.cleanstaletypes.chaos.bench.figure.BenchResult;
import io.github.cleanstaletypes.chaos.bench.figure.BenchResult.Measured;
import io.github.cleanstaletypes.chaos.bench.figure.Figure;
import io.github.cleanstaletypes.chaos.bench.figure.Form;
import io.github.cleanstaletypes.chaos.bench.figure.Verdict;
import java.io.PrintStream;
import java.util.Locale;

/** Tells on a terminal what was measured, row by row. */
public final class BenchTable {

    private final PrintStream out;
    private final Form form;

    /** Prints to this stream. */
    public BenchTable(PrintStream out, Form form) {
        this.out = out;
        this.form = form;
    }

    /** Prints a row as soon as it is measured. */
    public void tell(Measured measured) {
        out.println(measured.row() + ": " + measured.title());
        for (Figure figure : measured.result().figures()) {
            out.printf(
                    Locale.ROOT,
                    "  %-60s %10s  %-12s %-12s %s%n",
                    figure.what(),
                    figure.value()
                            .map(value -> figure.target().unit().write(value.median()))
                            .orElse("-"),
                    form.inWords(figure.target()),
                    form.judge(figure).word(),
                    Words.detail(figure));
        }
    }

    /** Prints what it comes to. */
    public void summarize(BenchResult result) {
        result.surroundings().forEach(fact -> out.println(fact.name() + ": " + fact.value()));
        out.println(Words.sum(result));
    }

    /** What several forms of the report say. */
    static final class Words {

        private Words() {}

        static String detail(Figure figure) {
            return figure.failure()
                    .orElseGet(() -> figure.floor().isEmpty()
                            ? figure.measured()
                            : figure.measured() + ", floor " + figure.floor());
        }

        static String sum(BenchResult result) {
            String tolerance = result.form() == Form.SMOKE ? " (at twice the target; times are told only)" : "";
            return String.format(
                    Locale.ROOT,
                    "%d of %d targets held%s, %d missed, %d not measured, %d without a verdict, %d told",
                    result.count(Verdict.HELD),
                    result.figures().size(),
                    tolerance,
                    result.count(Verdict.MISSED),
                    result.count(Verdict.FAILED),
                    result.count(Verdict.ABSENT),
                    result.count(Verdict.TOLD));
        }
    }
}

package io.github.cleanstaletypes.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import java.util.List;

/** What a report says, in the words that tests compare. */
public final class Told {

    private Told() {}

    /** Each result as {@code UNUSED_TYPE public.mood dropped}. */
    public static List<String> by(CleanupReport report) {
        return report.results().stream().map(Told::words).toList();
    }

    /** The only result of this code. */
    public static Result only(CleanupReport report, FindingCode code) {
        List<Result> results = report.results().stream()
                .filter(result -> result.finding().code() == code)
                .toList();
        assertThat(results).as("results of " + code + " among " + by(report)).hasSize(1);
        return results.get(0);
    }

    private static String words(Result result) {
        return result.finding().code() + " " + result.finding().subject().display() + " "
                + result.outcome().word();
    }
}

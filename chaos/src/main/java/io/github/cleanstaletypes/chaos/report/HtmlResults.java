package io.github.cleanstaletypes.chaos.report;

import io.github.cleanstaletypes.chaos.report.proof.Proofs;
import io.github.cleanstaletypes.chaos.run.Effect;
import io.github.cleanstaletypes.chaos.run.Outcome;
import io.github.cleanstaletypes.chaos.run.RunResult;
import io.github.cleanstaletypes.chaos.system.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code report.html}: one file that needs no other, with all results at a glance and each run drawn. It links to {@link ProofPage}. */
public final class HtmlResults {

    private HtmlResults() {}

    /** Writes it to this file. */
    public static void write(List<RunResult> results, Proofs proofs, Path file) {
        try {
            Files.writeString(file, page(results, proofs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String page(List<RunResult> results, Proofs proofs) {
        Html html = new Html();
        html.raw("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">");
        html.raw("<title>Chaos: what was broken, and what healed it</title>");
        html.raw("<style>" + Resource.text("report/report.css") + "</style></head><body><main>");
        html.raw("<h1>What was broken, and what healed it</h1>");
        counts(results, html);
        proofs(proofs, html);
        legend(html);
        new Matrix(results).addTo(html);
        html.raw("<h2>Each run</h2>");
        new RunDetails(results).addTo(html);
        html.raw("</main><script>" + Resource.text("report/report.js") + "</script></body></html>");
        return html.toString();
    }

    private static void counts(List<RunResult> results, Html html) {
        long passed = results.stream().filter(RunResult::passed).count();
        long inconclusive = results.stream()
                .filter(result -> result.outcome() == Outcome.INCONCLUSIVE)
                .count();
        html.add(
                "<p class=\"%s\"><b>%d of %d runs passed</b>, %d failed, %d inconclusive (which counts as a failure).</p>",
                passed == results.size() ? "good" : "bad",
                passed,
                results.size(),
                results.size() - passed - inconclusive,
                inconclusive);
        html.raw(
                "<p>Each run breaks a real database on a real server, lets somebody heal it, runs the next migration and"
                        + " then compares every row, relation, column, type, function, constraint and view with what was there"
                        + " before. It passes if the fault was seen to come about and all went as it must: the product heals or"
                        + " leaves as it is what its design says, and loses nothing; <i>nothing</i> shows the failure, and"
                        + " <i>folk</i>, which is <code>DROP TYPE IF EXISTS … CASCADE</code> where no table has the name, shows"
                        + " what it is worth.</p>");
        html.add("<p>%s</p>", CheckedCatalogs.inWords(results));
    }

    private static void proofs(Proofs proofs, Html html) {
        html.add(
                "<p class=\"%s\"><a href=\"%s\">What was proved by counting</a>: %s</p>",
                proofs.nothingFailed() ? "beside" : "bad", ProofPage.FILE, ProofPage.sum(proofs));
    }

    private static void legend(Html html) {
        html.raw("<ul class=\"legend\">");
        for (Effect effect : Effect.values()) {
            if (effect != Effect.UNKNOWN) {
                html.add("<li><span class=\"dot %s\">%s</span> %s</li>", css(effect), effect.sign(), effect.words());
            }
        }
        html.raw("<li><span class=\"dot not-passed\">!</span> did not pass</li></ul>");
    }

    static String css(Effect effect) {
        return switch (effect) {
            case HEALED -> "healed";
            case REFUSED -> "refused";
            case FAILS -> "fails";
            case LOST -> "lost";
            case NOTHING -> "nothing";
            case UNKNOWN -> "unknown";
        };
    }
}

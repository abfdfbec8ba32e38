package io.github.cleanstaletypes.chaos.report;

import io.github.cleanstaletypes.chaos.report.proof.Proof;
import io.github.cleanstaletypes.chaos.report.proof.ProofResult;
import io.github.cleanstaletypes.chaos.report.proof.ProofResult.NotRun;
import io.github.cleanstaletypes.chaos.report.proof.ProofResult.Run;
import io.github.cleanstaletypes.chaos.report.proof.ProofResult.Unreadable;
import io.github.cleanstaletypes.chaos.report.proof.ProofVerdict;
import io.github.cleanstaletypes.chaos.report.proof.Proofs;
import io.github.cleanstaletypes.chaos.system.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Writes {@code proofs.html}: one file that needs no other, with what was proved by counting. */
public final class ProofPage {

    /** It lies beside the report under this name. */
    public static final String FILE = "proofs.html";

    private ProofPage() {}

    /** Writes it to this file. */
    public static void write(Proofs proofs, Path file) {
        try {
            Files.writeString(file, page(proofs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String page(Proofs proofs) {
        Html html = new Html();
        html.raw("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">");
        html.raw("<title>Proofs: what was counted</title>");
        html.raw("<style>" + Resource.text("report/report.css") + "</style></head><body><main>");
        html.raw("<h1>What was proved by counting</h1>");
        html.add("<p class=\"%s\"><b>%s</b></p>", proofs.nothingFailed() ? "good" : "bad", sum(proofs));
        html.raw(
                "<p>For each proof all cases that could come about are listed. All of them are played, or a sample that a seed"
                        + " chooses; each must end as its claim says. What was not played is not proved.</p>");
        overview(proofs, html);
        proofs.results().forEach(result -> section(result, html));
        html.raw("<p><a href=\"report.html\">What was broken, and what healed it</a></p>");
        html.raw("</main></body></html>");
        return html.toString();
    }

    /** Says in a sentence or two what came of all. */
    static String sum(Proofs proofs) {
        StringBuilder words = new StringBuilder("%d of %d proofs were run, %d passed."
                .formatted(
                        proofs.run(),
                        proofs.results().size(),
                        proofs.names(ProofVerdict.PASSED).size()));
        tell("Failed", proofs.names(ProofVerdict.FAILED), words);
        tell("Unreadable", proofs.names(ProofVerdict.UNREADABLE), words);
        tell("Not run", proofs.names(ProofVerdict.NOT_RUN), words);
        return words.toString();
    }

    private static void tell(String what, List<String> names, StringBuilder words) {
        if (!names.isEmpty()) {
            words.append(' ')
                    .append(what)
                    .append(": ")
                    .append(String.join(", ", names))
                    .append('.');
        }
    }

    private static void overview(Proofs proofs, Html html) {
        html.raw("<table class=\"counts\"><thead><tr><th scope=\"col\">proof</th><th scope=\"col\">verdict</th>"
                + "<th scope=\"col\">passed of played</th></tr></thead><tbody>");
        for (ProofResult result : proofs.results()) {
            html.add("<tr><th scope=\"row\"><a href=\"#%s\">%s</a></th>", result.name(), result.name());
            html.add(
                    "<td><span class=\"dot %s\">%s</span> %s</td>",
                    css(result.verdict()),
                    sign(result.verdict()),
                    result.verdict().words());
            if (result instanceof Run run) {
                Proof proof = run.proof();
                html.add("<td>%,d of %,d<small>%s</small></td></tr>", proof.passed(), proof.played(), extent(proof));
            } else {
                html.raw("<td>–</td></tr>");
            }
        }
        html.raw("</tbody></table>");
    }

    private static void section(ProofResult result, Html html) {
        html.add("<section id=\"%s\"><h2>%s</h2>", result.name(), result.name());
        if (result instanceof Run run) {
            run(run, html);
        } else if (result instanceof NotRun notRun) {
            html.add("<p>It was not run here, so nothing is proved. It would prove that %s.</p>", notRun.claim());
        } else if (result instanceof Unreadable unreadable) {
            html.add("<p class=\"bad\"><b>What it has left cannot be read:</b> %s</p>", unreadable.why());
        }
        html.raw("</section>");
    }

    private static void run(Run run, Html html) {
        Proof proof = run.proof();
        html.add("<p>%s</p>", proof.claim());
        html.add("<p class=\"%s\"><b>%s</b></p>", proof.passes() ? "good" : "bad", inWords(proof));
        html.add(
                "<p class=\"servers\">It ended at %s. The same again: <code>%s-Dtest.seed=%d</code></p>",
                run.at().truncatedTo(ChronoUnit.SECONDS), proof.sample() ? "" : "-Plong ", proof.seed());
        new ProofParts(proof.parts()).addTo(html);
    }

    private static String inWords(Proof proof) {
        String passed = proof.played() == 0
                ? "Nothing was played"
                : String.format(Locale.ROOT, "%,d of %,d passed", proof.passed(), proof.played());
        return passed + ": " + extent(proof) + ".";
    }

    private static String extent(Proof proof) {
        if (proof.played() == proof.all()) {
            return "all that there are";
        }
        return String.format(Locale.ROOT, proof.sample() ? "a sample of %,d" : "not all of %,d", proof.all());
    }

    private static String css(ProofVerdict verdict) {
        return switch (verdict) {
            case PASSED -> "healed";
            case FAILED, UNREADABLE -> "lost";
            case NOT_RUN -> "nothing";
        };
    }

    private static String sign(ProofVerdict verdict) {
        return switch (verdict) {
            case PASSED -> "✓";
            case FAILED, UNREADABLE -> "✗";
            case NOT_RUN -> "–";
        };
    }
}

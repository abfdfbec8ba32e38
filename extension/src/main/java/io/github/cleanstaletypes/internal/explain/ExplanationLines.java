package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.finding.FindingLines;
import io.github.cleanstaletypes.internal.sql.OneLine;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.report.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns an explanation into lines; names from the database and from the log are made harmless. */
public final class ExplanationLines {

    private static final String INDENT = "   ";

    /** More than these are a list, which is short. */
    private static final int FEW = 3;

    private ExplanationLines() {}

    /** Writes code, cause, evidence with every dependent, and remedy. */
    public static List<String> of(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(explanation));
        lines.add(INDENT + OneLine.of(explanation.explanation()));
        explanation.evidence().forEach(fact -> lines.add(INDENT + OneLine.of(fact)));
        boolean brief = explanation.results().size() > FEW
                && explanation.results().stream()
                        .noneMatch(result -> result.finding().code().damage());
        for (Result result : explanation.results()) {
            String heading = INDENT + FindingLines.heading(result.finding());
            if (brief) {
                lines.add(heading);
            } else {
                lines.add(heading + ": " + OneLine.of(result.explanation()));
                FindingLines.evidence(result.finding()).forEach(fact -> lines.add(INDENT + INDENT + fact));
            }
        }
        lines.add(INDENT + "What to do: " + OneLine.of(explanation.remedy()));
        if (explanation.others().size() > FEW) {
            lines.add(INDENT + "Also in there: "
                    + explanation.others().stream().map(OneLine::of).collect(Collectors.joining(", ")));
        } else {
            explanation.others().forEach(other -> lines.add(INDENT + "Also in there: " + OneLine.of(other)));
        }
        if (explanation.look() == null) {
            lines.add(INDENT
                    + "Not looked at: the database. With its connection settings this would say what is there now.");
        }
        return List.copyOf(lines);
    }

    private static String heading(Explanation explanation) {
        String error = Stream.of(
                        explanation.sqlState() == null ? null : "SQLSTATE " + explanation.sqlState(),
                        explanation.constraint())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" on "));
        String names = explanation.claims().stream().map(OneLine::of).distinct().collect(Collectors.joining(", "));
        return explanation.cause()
                + (names.isEmpty() ? "" : " " + names)
                + (error.isEmpty() ? "" : " (" + OneLine.of(error) + ")");
    }
}

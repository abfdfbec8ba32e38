package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.sql.OneLine;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.Subject;
import java.util.List;
import java.util.Map;

/** Turns a finding's heading and facts into lines that can be printed, whatever its names hold. */
public final class FindingLines {

    private FindingLines() {}

    /** Says its code, its object, and what that is. */
    public static String heading(Finding finding) {
        Subject subject = finding.subject();
        String claimed = finding.claimedBy() == null
                ? ""
                : ", claimed by " + finding.claimedBy().word();
        String oid = subject.oid() == 0 ? "" : ", oid " + subject.oid();
        return finding.code() + " " + OneLine.of(finding.title())
                + (subject.name() == null ? "" : " (" + subject.kind() + oid + claimed + ")");
    }

    /** Gives each fact a line, and each element of a list one. */
    public static List<String> evidence(Finding finding) {
        return finding.evidence().entrySet().stream()
                .flatMap(fact -> lines(fact).stream())
                .toList();
    }

    private static List<String> lines(Map.Entry<String, Object> fact) {
        String name = fact.getKey().replace('_', ' ');
        if (!(fact.getValue() instanceof List<?> list)) {
            return List.of(name + ": " + OneLine.of(String.valueOf(fact.getValue())));
        }
        return list.stream()
                .map(item -> name.replaceFirst("s$", "") + ": " + OneLine.of(String.valueOf(item)))
                .toList();
    }
}

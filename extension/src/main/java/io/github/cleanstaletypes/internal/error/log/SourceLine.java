package io.github.cleanstaletypes.internal.error.log;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line, without what a collector of logs has put before it.
 *
 * @param source the container, unit or process that wrote it, as the collector names it; empty if it does not
 * @param text what was written
 */
public record SourceLine(String source, String text) {

    private static final String TIME =
            "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z| ?[+-]\\d\\d:?\\d\\d)?";

    /** Each has a group for the source, or none, and one for the text, named so. */
    private static final List<Pattern> PREFIXES = List.of(
            // docker compose
            Pattern.compile("^(?<source>[A-Za-z][\\w.-]*(?:[-_]\\d+)?) +\\| ?(?<text>.*)$"),
            // kubectl logs --prefix
            Pattern.compile("^\\[(?<source>pod/[^\\]\\s]+)\\] ?(?<text>.*)$"),
            // stern
            Pattern.compile("^(?<source>[a-z][a-z0-9-]*-[a-z0-9]{4,10}(?:-[a-z0-9]{5})? [a-z][a-z0-9-]*) (?<text>.*)$"),
            // syslog, journald
            Pattern.compile("^(?:[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d|" + TIME
                    + ") [\\w.-]+ (?<source>[A-Za-z][\\w./@-]*(?:\\[\\d+\\])?): (?:\\[\\d+-\\d+\\] )?(?<text>.*)$"),
            // Heroku
            Pattern.compile("^(?:" + TIME + " )?(?<source>(?:app|heroku)\\[[\\w.-]+\\]): (?<text>.*)$"),
            // Kubernetes' files
            Pattern.compile("^" + TIME + " (?<source>stdout|stderr) [FP] (?<text>.*)$"),
            // GitHub Actions, docker logs --timestamps: nothing but a time
            Pattern.compile("^(?<source>)\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z (?<text>.*)$"));

    /** Splits a line. */
    public static SourceLine of(String line) {
        for (Pattern prefix : PREFIXES) {
            Matcher matcher = prefix.matcher(line);
            if (matcher.matches()) {
                SourceLine inner = of(matcher.group("text"));
                String source = matcher.group("source");
                return new SourceLine(source + inner.source, inner.text);
            }
        }
        return new SourceLine("", line);
    }
}

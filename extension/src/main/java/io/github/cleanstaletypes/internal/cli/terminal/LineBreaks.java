package io.github.cleanstaletypes.internal.cli.terminal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks lines for a terminal between words, but never within what can be pasted: a command, a statement, a quoted name. Stateless. */
final class LineBreaks {

    private static final String QUOTED = "'(?:[^']|'\\\\'')*'|\"[^\"]*\"";

    private static final Pattern IN_ONE_PIECE = Pattern.compile(String.join(
            "|",
            "\\b(?:SELECT|DROP|ALTER|CREATE|DELETE|UPDATE|REINDEX|ROLLBACK|COMMIT|INSERT|SET|VACUUM) (?:[^;…'\"]|"
                    + QUOTED + ")*;",
            "\\b(?:clean|check|restore)(?: --[a-z-]+(?: (?:" + QUOTED + "|[^\\s.,;)'-][^\\s.,;)]*))?)+",
            "\\b(?:prisma migrate resolve(?: --[a-z-]+)?|migrate force|flyway|liquibase|knex|yoyo) (?:[^\\s.,;]|[.,](?=\\S))+",
            "(?<!\\w)(?:" + QUOTED + ")"));

    private LineBreaks() {}

    /** The line in pieces of at most this width, as far as there is a place to break it; the others stand as far in as the first. */
    static List<String> of(String line, int width) {
        BitSet fixed = new BitSet();
        IN_ONE_PIECE.matcher(line).results().forEach(match -> fixed.set(match.start(), match.end()));
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        int candidate = -1;
        int columns = 0;
        for (int i = indent.length(); i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            if (line.charAt(i) == ' ' && !fixed.get(i)) {
                candidate = i;
            }
            columns = columns(line, begin, i) + (begin == 0 ? 0 : indent.length());
            if (columns >= width && candidate > begin) {
                pieces.add((begin == 0 ? "" : indent) + line.substring(begin, candidate));
                begin = candidate + 1;
                candidate = -1;
            }
        }
        pieces.add((begin == 0 ? "" : indent) + line.substring(begin));
        return pieces;
    }

    private static int columns(String line, int from, int to) {
        return line.substring(from, to)
                .codePoints()
                .map(c -> c < 0x1100 ? 1 : 2)
                .sum();
    }
}

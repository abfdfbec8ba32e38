package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.StatementTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds, in the lines around a message, the statement that it is about: tools print it beside the message. What is marked as the
 * statement comes first, then the line itself, then the lines before, the nearest one first, then those that follow. Not thread-safe.
 */
final class StatementSearch {

    /** How many lines of a statement matter: what it creates stands in front. */
    private static final int LINES = 14;

    /** A text needs no more, and a log may be one line of statements. */
    private static final int LONGEST = 4000;

    private static final int MOST_TEXTS = 200;

    private static final Pattern BEGINNING = Pattern.compile("(?i)(?<![\\w.])(?:create|alter|drop)(?=\\s|$)");

    /** What tools write before the statement that failed. */
    private static final Pattern MARK = Pattern.compile(
            "(?i)^.{0,200}(?:\\[?(?:failed )?(?:sql|query)\\s*:|\\bcommand was:|\\bat statement:? \\d+|failed query"
                    + "|\\bstatement\\s*:|\\bsql statement \"|executing ddl|^\\s*:|while executing|line \\d+: )"
                    + "|^[^\"']{0,60}[:：=]\\s*[\"'`(\\[]*(?:create|alter|drop)\\s");

    private final Cause cause;
    private final @Nullable String name;

    /**
     * Looks for a statement of the kind that gets such an error.
     *
     * @param name what it was to create, or null if the error hides it
     */
    StatementSearch(Cause cause, @Nullable String name) {
        this.cause = cause;
        this.name = name;
    }

    /**
     * What the statement was to create, if it can be told: none if no such statement is to be seen, several of different schemas if it
     * cannot be told which one failed.
     */
    List<StatementTarget> in(LinesAround error) {
        List<String> after = error.after();
        List<List<String>> groups = new ArrayList<>();
        error.said().forEach(text -> groups.add(texts(text.lines().toList(), 0, List.of())));
        groups.add(texts(List.of(error.own()), 0, after));
        for (int i = 0; i < after.size(); i++) {
            if (MARK.matcher(after.get(i)).find()
                    || (i > 0 && MARK.matcher(after.get(i - 1)).find())) {
                groups.add(texts(after, i, List.of()));
            }
        }
        for (int i = error.before().size() - 1; i >= 0; i--) {
            List<String> rest =
                    new ArrayList<>(error.before().subList(i, error.before().size()));
            rest.add(error.own());
            groups.add(texts(rest, 0, List.of()));
        }
        if (name != null) {
            for (int i = 0; i < after.size(); i++) {
                groups.add(texts(after, i, List.of()));
            }
        }
        return groups.stream()
                .map(this::targets)
                .filter(targets -> !targets.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Whether these lines have two statements that create the name, and one that creates something else between them. */
    boolean twice(List<String> lines) {
        boolean once = false;
        boolean another = false;
        for (int i = 0; i < lines.size(); i++) {
            for (String text : texts(lines, i, List.of())) {
                StatementTarget target =
                        StatementTarget.in(text).stream().findFirst().orElse(null);
                boolean same = target != null
                        && cause.canComeOf(target.kind())
                        && target.name().name().equals(name);
                if (same && another) {
                    return true;
                }
                another |= once && target != null && !same;
                once |= same;
            }
        }
        return false;
    }

    /** One of each schema: a group tells which statement it was if all of it that can be read agree. */
    private List<StatementTarget> targets(List<String> texts) {
        Map<String, StatementTarget> targets = new LinkedHashMap<>();
        for (String text : texts) {
            first(text)
                    .ifPresent(target ->
                            targets.putIfAbsent(Objects.toString(target.name().schema(), ""), target));
        }
        return List.copyOf(targets.values());
    }

    private Optional<StatementTarget> first(String text) {
        return StatementTarget.in(text).stream()
                .filter(target -> cause.canComeOf(target.kind()))
                .filter(target -> name != null || !endsWith(text, target))
                .flatMap(this::fitting)
                .findFirst();
    }

    /** A name that nothing follows may have been cut off. */
    private static boolean endsWith(String text, StatementTarget target) {
        return text.strip().endsWith(target.name().name());
    }

    private Stream<StatementTarget> fitting(StatementTarget target) {
        if (name == null) {
            return Stream.of(target);
        }
        SqlName on = target.on();
        if (cause == Cause.PRIMARY_KEY_EXISTS && on != null) {
            // its message names the table
            return on.name().equals(name)
                    ? Stream.of(new StatementTarget(target.kind(), on, null, false, false))
                    : Stream.empty();
        }
        return target.named(name).stream();
    }

    private static List<String> texts(List<String> lines, int line, List<String> more) {
        List<String> texts = new ArrayList<>();
        if (lines.isEmpty()) {
            return texts;
        }
        Matcher beginning = BEGINNING.matcher(lines.get(line));
        while (beginning.find() && texts.size() < MOST_TEXTS) {
            texts.add(text(lines, line, beginning.start(), more));
        }
        return texts;
    }

    private static String text(List<String> lines, int line, int start, List<String> more) {
        StringBuilder text = new StringBuilder(lines.get(line).substring(start));
        for (int i = line + 1; i < Math.min(lines.size(), line + LINES) && text.length() < LONGEST; i++) {
            text.append('\n').append(lines.get(i));
        }
        for (int i = 0; i < Math.min(more.size(), LINES) && text.length() < LONGEST; i++) {
            text.append('\n').append(more.get(i));
        }
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}

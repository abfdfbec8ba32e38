package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.error.message.Label;
import io.github.cleanstaletypes.internal.error.message.Match;
import io.github.cleanstaletypes.internal.error.message.Meaning;
import io.github.cleanstaletypes.internal.error.message.ServerMessages;
import io.github.cleanstaletypes.internal.error.message.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one line of text gives away. Immutable.
 *
 * @param clues of each error that it tells, in their order
 * @param foreign whether an error of another kind begins here
 * @param statement the statement that failed, if the line says so, else null
 * @param notice whether it is less than an error: what belongs to it is none either
 * @param schema the schema of what the error is about, if the line says so, else null
 * @param forgiven whether the line says that what came before it is no failure
 */
record LineReader(
        List<Clues> clues,
        boolean foreign,
        @Nullable String statement,
        boolean notice,
        @Nullable String schema,
        boolean forgiven) {

    private static final LineReader NOTHING = of(List.of(), false);
    private static final LineReader NOTICE = new LineReader(List.of(), false, null, true, null, false);

    /** One of these is in each line that tells anything without a message. Most lines of a log have none, and looking closer takes long. */
    private static final List<String> TRACES = List.of(
            "_index",
            "2350",
            "4271",
            "42P",
            "4272",
            "4270",
            "2BP01",
            "40P01",
            "55P03",
            "57014",
            "XX000",
            ")=(",
            "typname",
            "iolation",
            "uplicate",
            "eadlock",
            "ockNotAvailable",
            "lock_not_available",
            "ueryCanceled",
            "query_canceled",
            "StillExist",
            "still_exist",
            "SQLSTATE",
            "sqlState",
            "SqlState",
            "SQL State",
            "Unique constraint failed");

    /** A word with a colon, as the server and libpq put it before a message or a part of it. */
    private static final Pattern HEAD = Pattern.compile(
            "(?<![\\p{L}\\p{N}_.'\"-])([\\p{L}\\p{M}][\\p{L}\\p{M} ]{0,24}?)\\s?[:：]\\s{1,3}(?:([0-9A-Z]{5})[:：]\\s)?");

    /** Parts of a message as pgjdbc prints them. */
    private static final Pattern JAVA_PART = Pattern.compile("^\\s*(?:Detail|Hint|Where):\\s");

    /** Heads that tell more of the same error. */
    private static final Pattern DETAILS = Pattern.compile("Exception (?:Details|Primary)|\\bDETAIL\\b");

    private static LineReader of(List<Clues> clues, boolean foreign) {
        return new LineReader(clues, foreign, null, false, null, false);
    }

    /** @param previous the line before it, or an empty text */
    static LineReader read(String line, String previous) {
        List<Match> messages = ServerMessages.in(line);
        boolean tool = ToolMessage.traceIn(line) || ToolMessage.traceIn(previous);
        boolean traces = TRACES.stream().anyMatch(line::contains);
        Optional<Matcher> head = line.indexOf(':') < 0 && line.indexOf('：') < 0 ? Optional.empty() : head(line);
        if (Talk.forgives(line)) {
            return new LineReader(List.of(), false, null, false, null, true);
        }
        if (messages.isEmpty() && !tool && !traces && head.isEmpty()) {
            return NOTHING;
        }
        Label label =
                head.flatMap(found -> ServerMessages.label(found.group(1))).orElse(null);
        if (label != null) {
            return part(label, line, head.orElseThrow());
        }
        if (Talk.about(line)) {
            return NOTHING;
        }
        if (JAVA_PART.matcher(line).find()) {
            return of(key(line).map(List::of).orElse(List.of()), false);
        }
        Severity severity =
                head.flatMap(found -> ServerMessages.severity(found.group(1))).orElse(null);
        if (severity != null && severity.compareTo(Severity.ERROR) < 0) {
            return NOTICE;
        }
        return errors(line, previous, messages, tool ? ToolMessage.in(line, previous) : List.of(), severity);
    }

    /** The last head before anything in quotes: what precedes it are times, names of programs and of loggers. */
    private static Optional<Matcher> head(String line) {
        Matcher matcher = HEAD.matcher(line);
        while (matcher.find()) {
            String word = matcher.group(1);
            if (ServerMessages.severity(word).isPresent()
                    || ServerMessages.label(word).isPresent()) {
                return Optional.of(matcher);
            }
            // a word before it may belong to the same head only by a blank
            matcher.region(Math.min(line.length(), matcher.start() + 1), line.length());
        }
        return Optional.empty();
    }

    private static LineReader part(Label label, String line, Matcher head) {
        String rest = line.substring(head.end());
        return switch (label) {
            case STATEMENT, QUERY, CONTEXT -> new LineReader(List.of(), false, rest, false, null, false);
            case DETAIL -> of(key(rest).map(List::of).orElse(List.of()), false);
            case LOCATION ->
                of(
                        Routines.cause(rest)
                                .map(cause -> List.of(Clues.likely(cause)))
                                .orElse(Routines.aboutType(rest) ? List.of(Clues.type(true)) : List.of()),
                        false);
            case CONSTRAINT_NAME ->
                of(
                        UniqueKeyDetail.isCatalogIndex(rest.strip())
                                ? List.of(Clues.constraint(rest.strip()))
                                : List.of(),
                        false);
            case SCHEMA_NAME -> new LineReader(List.of(), false, null, false, rest.strip(), false);
            case HINT, LINE, TABLE_NAME, COLUMN_NAME, DATATYPE_NAME -> NOTHING;
        };
    }

    private static Optional<Clues> key(String text) {
        return UniqueKeyDetail.in(text).map(Clues::of);
    }

    private static LineReader errors(
            String line, String previous, List<Match> messages, List<Clues> tools, @Nullable Severity severity) {
        List<Clues> all = new ArrayList<>();
        Clues state = StateReader.in(line);
        for (Match match : messages) {
            if (match.message().meaning() != Meaning.SKIPPED
                    && Talk.isMessage(line, match.start(), match.end(), previous)) {
                all.add(MessageClues.of(match));
            }
        }
        all.removeIf(Clues::isEmpty);
        if (all.isEmpty() && !messages.isEmpty()) {
            return messages.stream().anyMatch(match -> match.message().meaning() == Meaning.SKIPPED) ? NOTICE : NOTHING;
        }
        Clues rest = key(line).filter(state::agreesWith).map(state::and).orElse(state);
        if (severity != null && state.sqlState() != null) {
            rest = rest.and(Clues.state(state.sqlState(), true));
        }
        if (all.isEmpty()) {
            all.add(rest);
        } else if (all.get(0).agreesWith(rest)) {
            all.set(0, all.get(0).and(rest));
        } else if (rest.sure() && rest.isForeign()) {
            // a text that only looks like one of the server's own
            return of(List.of(), true);
        }
        all.addAll(tools);
        all.removeIf(Clues::isEmpty);
        boolean foreign = severity != null
                && all.stream().allMatch(clues -> clues.told().isEmpty())
                && !DETAILS.matcher(line).find();
        return of(
                all.stream().filter(clues -> !clues.isForeign()).toList(),
                foreign || all.stream().anyMatch(clues -> clues.isForeign() && clues.sure()));
    }
}

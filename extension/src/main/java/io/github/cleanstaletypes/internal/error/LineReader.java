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

/** Reads what one line of text gives away. Stateless. */
final class LineReader {

    private static final LineMeaning NOTHING = new LineMeaning.Nothing();
    private static final LineMeaning NOTICE = new LineMeaning.Notice();

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

    private LineReader() {}

    private static LineMeaning told(Optional<Clues> clues) {
        return clues.<LineMeaning>map(found -> new LineMeaning.Told(List.of(found)))
                .orElse(NOTHING);
    }

    /** @param previous the line before it, or an empty text */
    static LineMeaning read(String line, String previous) {
        List<Match> messages = ServerMessages.in(line);
        boolean tool = ToolMessage.traceIn(line) || ToolMessage.traceIn(previous);
        boolean traces = TRACES.stream().anyMatch(line::contains);
        Optional<Matcher> head = line.indexOf(':') < 0 && line.indexOf('：') < 0 ? Optional.empty() : head(line);
        if (Talk.forgives(line)) {
            return new LineMeaning.Forgiving();
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
            return told(key(line));
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

    private static LineMeaning part(Label label, String line, Matcher head) {
        String rest = line.substring(head.end());
        return switch (label) {
            case STATEMENT, QUERY, CONTEXT -> new LineMeaning.FailedStatement(rest);
            case DETAIL -> told(key(rest));
            case LOCATION -> told(Routines.clues(rest));
            case CONSTRAINT_NAME ->
                told(Optional.of(rest.strip())
                        .filter(UniqueKeyDetail::isCatalogIndex)
                        .map(Clues::constraint));
            case SCHEMA_NAME -> new LineMeaning.SchemaName(rest.strip());
            case HINT, LINE, TABLE_NAME, COLUMN_NAME, DATATYPE_NAME -> NOTHING;
        };
    }

    private static Optional<Clues> key(String text) {
        return UniqueKeyDetail.in(text).map(Clues::of);
    }

    private static LineMeaning errors(
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
            return new LineMeaning.OtherError();
        }
        all.addAll(tools);
        all.removeIf(Clues::isEmpty);
        boolean other = severity != null
                && all.stream().allMatch(clues -> clues.told().isEmpty())
                && !DETAILS.matcher(line).find();
        List<Clues> ours = all.stream().filter(clues -> !clues.isForeign()).toList();
        if (!ours.isEmpty()) {
            return new LineMeaning.Told(ours);
        }
        return other || all.stream().anyMatch(Clues::sure) ? new LineMeaning.OtherError() : NOTHING;
    }
}

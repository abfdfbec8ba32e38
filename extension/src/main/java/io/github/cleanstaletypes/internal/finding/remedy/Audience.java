package io.github.cleanstaletypes.internal.finding.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Those who read what to do, each with the words for it that they can use where they are. */
public enum Audience {
    COMMAND_LINE,
    JUNIT,
    FLYWAY,
    LIBRARY;

    private static final String BEGINNING = "StaleTypes.in(dataSource).";
    private static final String BY_CALLBACK =
            "CleanStaleTypesCallback does that, before a migration that creates this name";

    private static final Pattern CALL = Pattern.compile(
            "(claiming|freeingLocks|waitingForCreators|check|clean|restore)\\((\"(?:[^\"\\\\]++|\\\\.)*+\"|Duration\\.ofSeconds\\(\\d+\\)|)\\)");
    private static final Pattern CALLS =
            Pattern.compile("(?:" + Pattern.quote(BEGINNING) + ")?+" + CALL + "(?:\\." + CALL + ")*+");

    /** The text with each of its calls of {@code StaleTypes} in the words of this reader. */
    public String words(String text) {
        return CALLS.matcher(text).replaceAll(calls -> Matcher.quoteReplacement(inWords(calls.group())));
    }

    private String inWords(String calls) {
        return switch (this) {
            case COMMAND_LINE -> command(calls);
            case JUNIT -> attributes(calls);
            case FLYWAY -> cleans(calls) ? BY_CALLBACK : calls;
            case LIBRARY -> calls;
        };
    }

    private static String command(String calls) {
        String command = "";
        List<String> words = new ArrayList<>();
        for (MatchResult call : CALL.matcher(calls).results().toList()) {
            String argument = call.group(2);
            switch (call.group(1)) {
                case "claiming" -> words.add("--type " + shellWord(argument));
                case "freeingLocks" -> words.add("--free-locks");
                case "waitingForCreators" -> words.add("--creators-wait " + seconds(argument));
                default -> command = call.group(1);
            }
        }
        words.add(0, command);
        return String.join(" ", words).strip();
    }

    private static String attributes(String calls) {
        Matcher first = CALL.matcher(calls);
        if (first.find() && first.group(1).equals("waitingForCreators")) {
            return "creatorsWait = \"" + seconds(first.group(2)) + "\"";
        }
        if (calls.equals(Calls.FREE_LOCKS)) {
            return "@CleanStaleTypes(freeLocks = true)";
        }
        return cleans(calls) ? "@CleanStaleTypes(" + first.group(2) + ")" : calls;
    }

    private static boolean cleans(String calls) {
        return calls.startsWith(BEGINNING + "claiming(") && calls.endsWith(".clean()");
    }

    /** A text of Java as one word of a shell. */
    private static String shellWord(String literal) {
        String text = literal.substring(1, literal.length() - 1).replaceAll("\\\\([\"\\\\])", "$1");
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String seconds(String duration) {
        return duration.replaceAll("\\D", "") + "s";
    }
}

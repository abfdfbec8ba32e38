package io.github.cleanstaletypes.internal.error;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a message from talk about one: a test's report, a statement that holds the words, a sentence. An error stands where errors stand:
 * at the beginning of a line, or behind what programs put before one; and nothing goes on behind it as a sentence would. Stateless.
 */
final class Talk {

    /** Lines of test runners: names of tests, comparisons, source code. */
    private static final Pattern REPORT = Pattern.compile(
            "^\\s*(?:[✓✔√✗✘✕×●◯○]|(?:not )?ok \\d+|--- (?:PASS|FAIL|SKIP)|=== RUN|(?:PASSED|PASS|FAILED|ERROR|SKIPPED) \\S+::"
                    + "|E\\s+(?!\\s*(?!Failed:)[\\w.]+: )|(?:[>]\\s+)?assert\\b|(?:Expected|Received|Actual|Expecting)\\b|(?:expected|actual|but was|left|right): "
                    + "|(?:to|not to) (?:contain|equal|match)\\b|(?:>\\s*)?\\d+\\s*\\||_+ .*\\[.*\\].* _+\\s*$)"
                    + "|\\.\\.\\. (?:ok|FAIL|ERROR|skipped.*)\\s*$|(?:PASSED|FAILED|SKIPPED|XFAIL)\\s*(?:\\[\\s*\\d+%\\])?\\s*$"
                    + "|\\bAssertionError\\b(?!.*ifError got unwanted)|\\bassertion `"
                    + "|\\b(?:expect|assert\\w*|pytest\\.raises|toThrow\\w*|parametrize|raise_error|raises)\\s?\\("
                    + "|Got an error creating the test database");

    /** A row of a table that psql prints. */
    private static final Pattern TABLE_ROW = Pattern.compile("^ \\S.* \\|.*");

    /** A line of a difference: of a commit, or of two values. */
    private static final Pattern DIFFERENCE = Pattern.compile("^(?:\\+\\s|[-+](?=[A-Za-z\"']))");

    /** One of its two lines has a minus, as some tools' lines have; the other one tells. */
    private static final Pattern OTHER_HALF = Pattern.compile("^\\s*(?:[+]\\s|[-] \\S)|!=|@@|actual");

    private static final Pattern MINUS = Pattern.compile("^\\s*-\\s+$");

    /** What stands before a message: nothing, a colon, a bracket, a SQLSTATE, a severity, what tools use as marks. */
    private static final Pattern BEFORE = Pattern.compile("(?:^|[:：)\\]\\[({|>=⨯✖•*,]|\\s[-–—])\\s*$"
            + "|(?:^|[\\s\\]])(?:ERROR|FATAL|Error|error|(?=[A-Z]{0,4}\\d)[0-9A-Z]{5})\\s{1,3}$");

    /** What makes a sentence of what follows it. */
    private static final Pattern TOLD = Pattern.compile(
            "\\b(?:fails with|raises|throws|says|expecting|reading|rejects|reports|known message|search for)\\b");

    /** A program's own level below an error, and no error of anybody else's behind it. */
    private static final Pattern LOW_LEVEL = Pattern.compile(
            "\\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING)\\b(?!.*(?:ERROR|FATAL|[Ee]rror\\b|Exception|[0-9A-Z]*\\d[0-9A-Z]*:|failed))");

    private static final String KEY =
            "(?:error|exception|err|message|msg|reason|cause|description|desc|stderr|failed|failure|original)";

    /** A message in quotes is a field's value, or an exception's argument. */
    private static final Pattern FIELD =
            Pattern.compile("(?i:" + KEY + "\\w*[\"'`\\\\]*(?::\\s*|\\s*=>\\s*|=)[bru]?[\\\\]*)$"
                    + "|(?i:errors[\"'`\\\\]*:\\s*\\[\\s*)$|\\b[A-Z]\\w*\\([bru]?$|^[\\s\\[{(]*$|'M': [bru]?$"
                    + "|'(?:ERROR|FATAL)', '[0-9A-Z]{5}', $");

    private static final Pattern OPENING = Pattern.compile("(?<=^|[\\s(\\[=:{,])[\"'](?=\\S)");

    /** What follows a message. */
    private static final Pattern AFTER = Pattern.compile(
            "^(?:\\s*$|[\"'`”»)\\]}>;|]|\\\\|\\.(?:\\s*$|[\"'`)])|<|!\\s*$|\\s*[\\[{(]|\\s*[-–—:]"
                    + "|\\s+(?:at (?:character|position|line|offset|\\S+[:(/.])|in (?:line|file|migration)\\b|in [/\\\\]\\S+|in \\S+\\.\\w{2,4}\\b|Key \\(|on line|while (?:executing|running|applying|processing)"
                    + "|(?:during|when|executing|handling|applying|running|processing)\\b|for (?:query|statement|migration)\\b|from (?:query|statement)\\b"
                    + "|LINE |SQLSTATE|SqlState|sqlstate|code\\b|DETAIL|HINT|CONTEXT|\\\\|→)|[,\\s]\\s*[\\w.]+=|,\\s*(?:SQLSTATE|code|SqlState|query|sql|statement|\"|'|\\{|\\[))");

    /** A number in parentheses, and a sentence that goes on. */
    private static final Pattern GOES_ON = Pattern.compile("^\\s*\\((?:[0-9A-Z]{5})\\)\\s+\\p{Ll}");

    private static final Pattern FORGIVEN_BEFORE =
            Pattern.compile("(?i)\\b(?:ignored|ignoring|skipped|skipping|swallowed|tolerated|expected|harmless)\\b");

    /** The server's own function for RAISE has raised a text of somebody's. */
    private static final Pattern FORGIVEN =
            Pattern.compile("but failOnError was false|\\bat RAISE\\s*$|exec_stmt_raise|^\\.\\.\\.ignoring\\s*$");

    /** An example follows, or what a test has met. */
    private static final Pattern EXAMPLE =
            Pattern.compile("(?i)(?:looks like this|for example|Throwable that failed the check)[^:]{0,20}:\\s*$");

    /** One of two values that a test has compared follows. */
    private static final Pattern VALUE_FOLLOWS =
            Pattern.compile("(?i)(?:but was|to be|to contain|expected|expecting|actual)[^:]{0,20}:\\s*$");

    /** A difference of two values follows. */
    private static final Pattern COMPARED = Pattern.compile("(?:\\+ actual - expected|\\+ expected - actual)\\s*$");

    private static final int LINES_OF_AN_EXAMPLE = 3;
    private static final int LINES_OF_A_DIFFERENCE = 12;

    /** What is farther from a message than so many characters makes no difference. */
    private static final int CONTEXT = 300;

    private Talk() {}

    /** Whether all of the line talks of errors. */
    static boolean about(String line) {
        return REPORT.matcher(line).find()
                || TABLE_ROW.matcher(line).matches()
                || DIFFERENCE.matcher(line).find();
    }

    /** Whether the line says that the error before it was none, or that somebody's own function has raised it. */
    static boolean forgives(String line) {
        return FORGIVEN.matcher(line).find();
    }

    /** How many lines follow that are an example of an error; none, most often. */
    static int examplesAfter(String line) {
        if (COMPARED.matcher(line).find()) {
            return LINES_OF_A_DIFFERENCE;
        }
        return EXAMPLE.matcher(line).find() ? LINES_OF_AN_EXAMPLE : 0;
    }

    /**
     * Whether what stands between these places of the line is a message.
     *
     * @param previous the line before it, or an empty text
     */
    static boolean isMessage(String line, int start, int end, String previous) {
        String before = line.substring(Math.max(0, start - CONTEXT), start);
        String after = line.substring(end, Math.min(line.length(), end + CONTEXT));
        if (!AFTER.matcher(after).find()
                || GOES_ON.matcher(after).find()
                || TOLD.matcher(before).find()
                || LOW_LEVEL.matcher(before).find()
                || FORGIVEN_BEFORE.matcher(before).find()
                || VALUE_FOLLOWS.matcher(previous).find()) {
            return false;
        }
        if (MINUS.matcher(before).find()) {
            return !OTHER_HALF.matcher(previous).find();
        }
        int quote = openQuote(before);
        return quote < 0
                ? BEFORE.matcher(before).find()
                : FIELD.matcher(before.substring(0, quote)).find();
    }

    /** Where the quote begins that is open at the end of the text, or a negative number. */
    private static int openQuote(String text) {
        Matcher opening = OPENING.matcher(text);
        int at = 0;
        while (opening.find(at)) {
            int start = opening.start();
            int close = text.indexOf(text.charAt(start), start + 1);
            if (close < 0) {
                return start;
            }
            at = close + 1;
            if (at > text.length()) {
                return -1;
            }
        }
        int last = text.length() - 1;
        return last >= 0 && "\"'`".indexOf(text.charAt(last)) >= 0 && at <= last ? last : -1;
    }
}

package io.github.cleanstaletypes.internal.error;

import java.util.regex.Pattern;

/**
 * Tells a message from talk about one: a test's report, a statement that holds the words, a sentence. An error stands where errors stand:
 * at the beginning of a line, or behind what programs put before one; and nothing goes on behind it as a sentence would. Stateless.
 */
final class Talk {

    private static final Pattern REPORT = Pattern.compile(
            "^\\s*(?:[✓✔√✗✘×●◯○]|(?:not )?ok \\d+|--- (?:PASS|FAIL|SKIP)|=== RUN|PASS(?:ED)?\\b|assert\\b"
                    + "|E\\s+|>\\s+assert\\b|Expected\\b|Received\\b|Actual\\b|expected:|actual:|but was:|Expecting\\b|Got an error creating the test database"
                    + "|(?:to|not to) (?:contain|equal|match)\\b|(?:[>|]\\s+)?(?:\\d+\\s*\\|\\s*)?(?:await )?(?:expect|assert\\w*|self\\.assert\\w+)\\()"
                    + "|\\.\\.\\. (?:ok|FAIL|ERROR|skipped.*)\\s*$|\\bAssert\\w*Error\\b|\\bassertion\\b");

    /** A row of a table that psql prints. */
    private static final Pattern TABLE_ROW = Pattern.compile("^ \\S.* \\|.*");

    /** What stands before a message: nothing, a colon, a bracket, a severity, what tools use as marks. */
    private static final Pattern BEFORE = Pattern.compile(
            "(?:^|[:：)\\]\\[({|>=⨯✖•*,]|\\s[-–—])\\s*$|(?:^|[\\s\\]])(?:ERROR|FATAL|Error|error)\\s{1,3}$");

    /** A line of a comparison. */
    private static final Pattern DIFFERENCE = Pattern.compile("^\\s*[-+]\\s+$");

    /** A message in quotes is a field's value, or an exception's argument. */
    private static final Pattern FIELD = Pattern.compile(
            "(?i:(?:error|exception|err|message|msg|reason|cause|description|desc|text|payload|stderr|stdout|log|output|body|detail|title|failed|failure|data|M)\\w*[\"'`]?\\s*(?::|=>|=)\\s*[bru]?[\\\\]*)$"
                    + "|[A-Z]\\w*\\([bru]?$|^[\\s\\[{(]*$|[,\\[]\\s*$");

    /** What follows a message. */
    private static final Pattern AFTER = Pattern.compile(
            "^(?:\\s*$|[\"'`”»)\\]}>;|]|\\\\|\\.(?:\\s|$|[\"'`)])|<|!\\s*$"
                    + "|\\s*[\\[{(]|\\s*[-–—:]|\\s+(?:at |in |on |while |near |LINE |SQLSTATE|SqlState|sqlstate|code|DETAIL|HINT|CONTEXT|\\\\|→|with |for |from |during |when )|[,\\s]\\s*[\\w.]+=|,\\s*(?:SQLSTATE|code|SqlState|query|sql|statement|\"|'|\\{|\\[))");

    /** A number in parentheses, and a sentence that goes on. */
    private static final Pattern GOES_ON = Pattern.compile("^\\s*\\((?:[0-9A-Z]{5})\\)\\s+\\p{Ll}");

    private static final Pattern FORGIVEN_BEFORE =
            Pattern.compile("(?i)\\b(?:ignored|ignoring|skipped|skipping|swallowed|tolerated|expected|harmless)\\b");

    private static final Pattern FORGIVEN = Pattern.compile("but failOnError was false|\\bat RAISE\\s*$");

    private Talk() {}

    /** Whether all of the line talks of errors. */
    static boolean about(String line) {
        return REPORT.matcher(line).find() || TABLE_ROW.matcher(line).matches();
    }

    /** Whether the line says that the error before it was none, or that somebody's own function has raised it. */
    static boolean forgives(String line) {
        return FORGIVEN.matcher(line).find();
    }

    /** Whether what stands between these places of the line is a message. */
    static boolean isMessage(String line, int start, int end) {
        String before = line.substring(0, start);
        String after = line.substring(end);
        if (!AFTER.matcher(after).find()
                || GOES_ON.matcher(after).find()
                || DIFFERENCE.matcher(before).find()
                || FORGIVEN_BEFORE.matcher(before).find()) {
            return false;
        }
        String bare = before.stripTrailing();
        boolean quoted = !bare.isEmpty()
                && bare.length() == before.length()
                && "\"'`".indexOf(bare.charAt(bare.length() - 1)) >= 0;
        return quoted
                ? FIELD.matcher(bare.substring(0, bare.length() - 1)).find()
                : BEFORE.matcher(before).find();
    }
}

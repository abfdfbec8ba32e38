package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.error.log.FieldScanner;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lines of an object that is printed a field a line, as Node, Npgsql and others do it. Stateless. */
final class ObjectLine {

    /** The fields of an error, as the drivers call them. */
    private static final String NAMES =
            "severity_local|severity|invariantSeverity|code|sql_?state|pg_?code|message(?:_?text|_primary|_detail|_hint)?|source_(?:function|file|line)|detail|hint|position|internal_?position|internal_?query|where"
                    + "|schema(?:_?name)?|table(?:_?name)?|column(?:_?name)?|data_?type(?:_?name)?|constraint(?:_?name)?|file|line|routine|query|sql|parameters|params|length";

    private static final Pattern FIELD = Pattern.compile(
            "^\\s*+[{(]?\\s*+[\"']?(?![A-Z]{3})((?i:" + NAMES + "))[\"']?\\s*(?::|=>)\\s+(\\S.*?)?\\s*[;]?\\s*$");

    private static final Pattern MEMBER = Pattern.compile(
            "[{(,]\\s*[\"']?(?:(?i:severity\\w*|sql_?state\\w*|pg_?code|error_severity|code)|C|S|V)[\"']?\\s?(?::|=>|=)");

    /** A field of an error is not longer; a line that is may be anything. */
    private static final int LONGEST = 16_000;

    private ObjectLine() {}

    /** The field that the whole line is, if it is one. */
    static Optional<Map.Entry<String, String>> field(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = FIELD.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String written = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(Map.entry(matcher.group(1), FieldScanner.value(written)));
    }

    /** Whether the value of a field goes on in the next line: a quote is open, or the next piece is to be appended. */
    static boolean isOpen(String line) {
        Matcher matcher = FIELD.matcher(line);
        if (!matcher.matches() || matcher.group(2) == null) {
            return false;
        }
        return openValue(matcher.group(2));
    }

    private static boolean openValue(String value) {
        if (value.isEmpty() || "\"'`".indexOf(value.charAt(0)) < 0) {
            return false;
        }
        char quote = value.charAt(0);
        String bare =
                value.endsWith(",") ? value.substring(0, value.length() - 1).stripTrailing() : value;
        return bare.length() < 2 || (bare.charAt(bare.length() - 1) != quote && bare.charAt(bare.length() - 1) != '}');
    }

    /** Where an object of an error's fields begins in the line, or a negative number. */
    static int begin(String line) {
        Matcher member = MEMBER.matcher(line);
        return member.find() ? line.lastIndexOf('{', member.start()) : -1;
    }
}

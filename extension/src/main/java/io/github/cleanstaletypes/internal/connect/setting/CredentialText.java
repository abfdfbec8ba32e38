package io.github.cleanstaletypes.internal.connect.setting;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises texts that may have credentials in them, wherever they have come to stand: URLs, connection strings, lines of a password file. */
final class CredentialText {

    private static final String PASSWORD_WORD = "(?:password|passwd|pwd|passphrase|secret)";

    /** What a text of any other meaning does not hold. */
    private static final Pattern TELLTALE =
            Pattern.compile("(?i)://|\\bjdbc:|(?:password|passwd|pwd)\\s*=|[^\\s\"'/:@]+:[^\\s\"']+@");

    /** The secret of each form, as its first group. The "@" is the last one: a password may hold others. */
    private static final List<Pattern> FORMS = List.of(
            // scheme://user:SECRET@host, where the secret may have any sign in it, or only what needs no encoding
            Pattern.compile("//[^\\s/:@]*:(\\S+)@"),
            Pattern.compile("//[^\\s/:@]*:([^\\s/?#]+)@"),
            // user:SECRET@host
            Pattern.compile("^(?!\\S*://)(?:jdbc:)?[^\\s/:@]*:(\\S+)@"),
            // scheme://user:SECRET/database, where the host was forgotten; digits are a port
            Pattern.compile("//[^\\s/:@]*:(?!\\d{1,5}(?:[/?,]|$))([^\\s@/?]+)"),
            // password=SECRET, and its quoted forms
            Pattern.compile("(?i)" + PASSWORD_WORD + "\\s*=\\s*([^\\s&;'\"]+)"),
            Pattern.compile("(?i)" + PASSWORD_WORD + "\\s*=\\s*'([^']+)'"),
            Pattern.compile("(?i)" + PASSWORD_WORD + "\\s*=\\s*\"([^\"]+)\""),
            // host:port:database:user:SECRET
            Pattern.compile("^[^:\\s]*:(?:\\d+|\\*):[^:\\s]*:[^:\\s]*:(.+)$"));

    private CredentialText() {}

    /** Whether the text is, or holds, something that has its password within. */
    static boolean is(String text) {
        return readings(text).anyMatch(reading -> TELLTALE.matcher(reading).find());
    }

    /** The passwords that stand in the text, each as it is written and decoded. */
    static List<String> secretsIn(String text) {
        return readings(text)
                .flatMap(reading -> FORMS.stream().flatMap(form -> found(form, reading)))
                .flatMap(CredentialText::readings)
                .distinct()
                .toList();
    }

    private static Stream<String> found(Pattern form, String text) {
        return form.matcher(text).results().map(result -> result.group(1));
    }

    /** The text as it is, and percent-decoded if it can be. */
    private static Stream<String> readings(String text) {
        if (text.indexOf('%') < 0) {
            return Stream.of(text);
        }
        try {
            // the decoder takes a plus sign for a blank
            return Stream.of(text, URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Stream.of(text);
        }
    }
}

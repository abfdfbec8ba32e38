package io.github.cleanstaletypes.internal.connect.setting;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        for (String reading : readings(text)) {
            if (TELLTALE.matcher(reading).find()) {
                return true;
            }
        }
        return false;
    }

    /** The passwords that stand in the text, each as it is written and decoded. */
    static List<String> secretsIn(String text) {
        Set<String> secrets = new LinkedHashSet<>();
        for (String reading : readings(text)) {
            for (Pattern form : FORMS) {
                Matcher found = form.matcher(reading);
                while (found.find()) {
                    secrets.addAll(readings(found.group(1)));
                }
            }
        }
        return List.copyOf(secrets);
    }

    /** The text as it is, and percent-decoded if it can be. */
    private static List<String> readings(String text) {
        if (text.indexOf('%') < 0) {
            return List.of(text);
        }
        try {
            // the decoder takes a plus sign for a blank
            return List.of(text, URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return List.of(text);
        }
    }
}

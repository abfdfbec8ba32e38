package io.github.cleanstaletypes.internal.connect.url;

import io.github.cleanstaletypes.internal.connect.setting.Setting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings in pairs instead of a URL: {@code Host=db;Username=app;…} of Npgsql and ODBC, {@code host=db user=app …} of libpq, {@code
 * pgsql:host=db;dbname=…} of PHP. They are not taken, but the URL to write is told.
 */
final class ConnectionString {

    /** One pair; a value in quotes may hold what would end it. */
    private static final Pattern PAIR = Pattern.compile(
            "\\s*([A-Za-z][A-Za-z _]{0,30}?)\\s*=\\s*('[^']*'|\\{[^}]*\\}|\"[^\"]*\"|[^;\\s]*)\\s*(?:;|\\s|$)");

    private static final Pattern PHP = Pattern.compile("(?:pdo-)?pg(?:sql)?:(?=\\w+=)", Pattern.CASE_INSENSITIVE);

    private static final Map<String, List<String>> NAMES = Map.of(
            "host", List.of("host", "server", "data source", "hostaddr"),
            "port", List.of("port"),
            "database", List.of("database", "dbname", "initial catalog"),
            "user", List.of("user", "username", "user id", "uid", "user name"));

    private ConnectionString() {}

    /** Does nothing if the text is no such thing. */
    static void refuse(Setting setting, String text) {
        Matcher php = PHP.matcher(text);
        String body = php.lookingAt() ? text.substring(php.end()) : text;
        Map<String, String> pairs = pairs(body);
        if (NAMES.values().stream().flatMap(List::stream).noneMatch(pairs::containsKey)) {
            return;
        }
        throw setting.problem("settings in pairs (NAME=VALUE), as .NET, PHP, ODBC and libpq write them, and no URL;"
                + " write " + url(pairs) + ", with the password in PGPASSWORD");
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        Matcher pair = PAIR.matcher(text);
        int end = 0;
        while (end < text.length() && pair.find(end) && pair.start() == end) {
            String value = pair.group(2).replaceAll("^['\"]|['\"]$", "");
            pairs.put(pair.group(1).toLowerCase(Locale.ROOT), value);
            end = pair.end();
        }
        return pairs;
    }

    private static String url(Map<String, String> pairs) {
        String port = part(pairs, "port", "5432");
        return "postgresql://" + part(pairs, "user", "USER") + "@" + part(pairs, "host", "HOST") + ":" + port + "/"
                + part(pairs, "database", "DATABASE");
    }

    /** A value that has the form of what it should be; anything else could be a password in the wrong place. */
    private static String part(Map<String, String> pairs, String part, String otherwise) {
        for (String name : NAMES.getOrDefault(part, List.of())) {
            String value = pairs.get(name);
            if (value != null && value.matches("[A-Za-z0-9_.-]{1,80}")) {
                return URLEncoder.encode(value, StandardCharsets.UTF_8);
            }
        }
        return otherwise;
    }
}

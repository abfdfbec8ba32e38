package io.github.cleanstaletypes.internal.connect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The forms in which people put a password into the wrong setting. Where one has a host, nobody answers there. */
public final class MisplacedSecret {

    public static final String BEGINNING = "Zq7xWk";
    public static final String END = "9pLm3v";
    public static final String SECRET = BEGINNING + END;

    private static final String HERE = "127.0.0.1:1";

    private MisplacedSecret() {}

    /** The password and nothing else, which has the form of a name. */
    public static final List<String> BARE = List.of(SECRET, SECRET.toUpperCase(Locale.ROOT) + "-" + SECRET);

    /** Whatever else shows by its form that a password may be in it. */
    public static List<String> telling() {
        return Stream.of(
                        "postgresql://app:%s@" + HERE + "/app",
                        "postgresql://app:%s@db.invalid/app",
                        "postgres://app:%s@/app",
                        "postgresql://app:%s/app",
                        "postgresql://app:%s",
                        "postgresql://app:%s@" + HERE + "/a/b",
                        "postgresql://app:%s@" + HERE + ":x/app",
                        "postgresql://" + HERE + "/app?%s",
                        "postgresql://" + HERE + "/app?%s=x",
                        "postgresql://" + HERE + "/app?user=app&api_token=%s",
                        "postgresql://" + HERE + "/app?sslmode=%s",
                        "postgresql://" + HERE + "/app?port=%s",
                        "postgresql://" + HERE + "/app?password=x&%s=1",
                        "jdbc:postgresql://" + HERE + "/app?user=app&password=%s",
                        "jdbc:postgresql://" + HERE + "/app?%s=1",
                        "jdbc:postgresql://" + HERE + "/app?sslpassword=%s&ssl=%s",
                        "jdbc:postgresql://app:%s@" + HERE + "/app",
                        "mysql://app:%s@db.invalid/app",
                        "%s://app@db.invalid/app",
                        "jdbc:%s://db.invalid/app",
                        "app:%s@" + HERE + "/app",
                        "app:%s@db.invalid",
                        "\"postgresql://app:%s@" + HERE + "/app\"",
                        "host=127.0.0.1 port=1 dbname=app user=app password=%s",
                        "host=127.0.0.1 password='%s' port=1",
                        "Host=127.0.0.1;Port=1;Username=app;Password=%s;Database=app",
                        "Server=127.0.0.1;Uid=app;Pwd=%s",
                        "127.0.0.1:1:app:app:%s",
                        "PGPASSWORD=%s")
                .flatMap(form -> Stream.of(SECRET, BEGINNING + "@" + END)
                        // where the host was forgotten, what follows an "@" is one
                        .filter(secret ->
                                form.contains("@") || !form.startsWith("postgresql://app:") || secret.equals(SECRET))
                        .map(secret -> form.replace("%s", secret)))
                .flatMap(form -> Stream.of(form, encoded(form)).distinct())
                .toList();
    }

    /** Percent-encoded as a whole, as a careful person does it in the wrong place. */
    private static String encoded(String form) {
        return form.startsWith("postgresql://app:" + SECRET + "@db.invalid")
                ? URLEncoder.encode(form, StandardCharsets.UTF_8)
                : form;
    }

    /** All of them. */
    public static List<String> all() {
        return Stream.concat(BARE.stream(), telling().stream()).toList();
    }

    /** Whether a piece of the password is in it, in any case of its letters. */
    public static boolean isIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains(BEGINNING.toLowerCase(Locale.ROOT)) || lower.contains(END.toLowerCase(Locale.ROOT));
    }
}

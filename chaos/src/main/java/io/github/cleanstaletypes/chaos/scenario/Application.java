package io.github.cleanstaletypes.chaos.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a database holds before anything breaks: an application's tables, types, functions, views, and rows. */
public final class Application {

    private Application() {}

    /** Installs it, and fills it with as many orders as the seed says. */
    public static void install(Scene scene) {
        int orders = 50 + scene.random().nextInt(200);
        scene.database()
                .execute(
                        resource("V1__customers.sql"),
                        resource("application.sql"),
                        "INSERT INTO orders SELECT n, 1 + n % 500, n * 1.25, (ARRAY['silver', 'gold'])[1 + n % 2]::loyalty"
                                + " FROM generate_series(1, " + orders + ") AS n");
    }

    private static String resource(String name) {
        try (InputStream sql = Application.class.getResourceAsStream("/migrations/" + name)) {
            return new String(Objects.requireNonNull(sql, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

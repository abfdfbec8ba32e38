package io.github.cleanstaletypes.chaos.scenario;

import io.github.cleanstaletypes.chaos.system.Resource;

/** A database holds an application's tables, types, functions, views and rows before anything breaks. */
public final class Application {

    private Application() {}

    /** Installs it, and fills it with as many orders as the seed says. */
    public static void install(Scene scene) {
        int orders = 50 + scene.random().nextInt(200);
        scene.database()
                .execute(
                        Resource.text("migrations/V1__customers.sql"),
                        Resource.text("migrations/application.sql"),
                        "INSERT INTO orders SELECT n, 1 + n % 500, n * 1.25, (ARRAY['silver', 'gold'])[1 + n % 2]::loyalty"
                                + " FROM generate_series(1, " + orders + ") AS n");
    }
}

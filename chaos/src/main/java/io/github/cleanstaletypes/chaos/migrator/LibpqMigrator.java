package io.github.cleanstaletypes.chaos.migrator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Runs one {@link Script} as a {@link ScriptMigrator} does, in a session with the settings that the variable {@code PGOPTIONS} holds: JDBC's
 * driver leaves that to its users, libpq and most others see to it.
 */
public final class LibpqMigrator {

    private LibpqMigrator() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        String[] all = arguments.clone();
        String options = Objects.requireNonNullElse(System.getenv("PGOPTIONS"), "");
        all[0] +=
                "&options=" + URLEncoder.encode(options, StandardCharsets.UTF_8).replace("+", "%20");
        ScriptMigrator.main(all);
    }
}

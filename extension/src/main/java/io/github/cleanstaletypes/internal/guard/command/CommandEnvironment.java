package io.github.cleanstaletypes.internal.guard.command;

import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is added to the command's environment, so that its sessions can be told from all others. */
public final class CommandEnvironment {

    /** The server keeps 63 bytes of an {@code application_name}. */
    private static final int LONGEST_NAME = 63;

    /** PGOPTIONS takes the last of two: what the user wrote wins. */
    private static final String LOOK_AFTER_CLIENT = "-c client_connection_check_interval=1s";

    private CommandEnvironment() {}

    /**
     * The variables that differ.
     *
     * @param options whether {@code PGOPTIONS} reaches a server that takes it
     */
    public static Map<String, String> additions(GuardToken token, boolean options, Environment environment) {
        Map<String, String> additions = new HashMap<>();
        additions.put(GuardToken.VARIABLE, token.text());
        additions.put("PGAPPNAME", applicationName(token, environment.get("PGAPPNAME")));
        String given = environment.get("PGOPTIONS");
        boolean arrives = given == null || CommandWords.arrives(given);
        if (options && arrives && (given == null || !given.contains(LOOK_AFTER_CLIENT))) {
            additions.put("PGOPTIONS", given == null ? LOOK_AFTER_CLIENT : LOOK_AFTER_CLIENT + " " + given);
        }
        return additions;
    }

    /**
     * Adds how long a statement may wait for a lock.
     *
     * @param additions what {@link #additions} has made, for a server that takes {@code PGOPTIONS}
     */
    public static Map<String, String> givingWay(
            Map<String, String> additions, Duration lockTimeout, Environment environment) {
        String given = additions.getOrDefault("PGOPTIONS", environment.get("PGOPTIONS"));
        if (given != null && !CommandWords.arrives(given)) {
            return additions;
        }
        Map<String, String> more = new HashMap<>(additions);
        String limit = "-c lock_timeout=" + lockTimeout.toMillis() + "ms";
        more.put("PGOPTIONS", given == null ? limit : limit + " " + given);
        return more;
    }

    private static String applicationName(GuardToken token, @Nullable String given) {
        // that of a guard around this one, which is over
        String own = given == null ? "" : given.replaceFirst("^cst:\\S* ?", "");
        String name = own.isEmpty() ? token.text() : token.text() + " " + own;
        name = name.replaceAll("[^ -~]", "?");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}

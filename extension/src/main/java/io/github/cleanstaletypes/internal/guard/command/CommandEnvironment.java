package io.github.cleanstaletypes.internal.guard.command;

import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.lock.GuardToken;
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
     * The variables that differ behind a pooler: no session of the command's is named, since the pooler gives the session, and its name,
     * to the next client. Nor are there PGOPTIONS, which it does not take.
     */
    public static Map<String, String> behindPooler(GuardToken token, Environment environment) {
        Map<String, String> additions = new HashMap<>(unnamed(environment));
        additions.put(GuardToken.VARIABLE, token.text());
        return additions;
    }

    /** Takes the token of a guard around this one out of {@code PGAPPNAME}; empty if there is none. */
    public static Map<String, String> unnamed(Environment environment) {
        String given = environment.get("PGAPPNAME");
        String own = own(given);
        return own.equals(given) || given == null ? Map.of() : Map.of("PGAPPNAME", own);
    }

    /** What the user has called the sessions, without what a guard around this one has put before it. */
    private static String own(@Nullable String given) {
        return given == null ? "" : given.replaceFirst("^cst:\\S*( @[0-9a-f]{12})?( |$)", "");
    }

    private static String applicationName(GuardToken token, @Nullable String given) {
        // what begins so would be taken for the hash of a name
        String own = own(given).replaceFirst("^@", "?");
        String name = own.isEmpty() ? token.applicationName() : token.applicationName() + " " + own;
        name = name.replaceAll("[^ -~]", "?");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}

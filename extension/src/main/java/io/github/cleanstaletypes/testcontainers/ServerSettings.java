package io.github.cleanstaletypes.testcontainers;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a container is asked to be, as far as a server without a container can be it.
 *
 * @param username the superuser to make, as the image makes it
 * @param password that role's password
 * @param database the database to make, owned by that role
 * @param parameters the server's parameters by name
 */
record ServerSettings(String username, String password, String database, Map<String, String> parameters) {

    ServerSettings {
        parameters = Map.copyOf(parameters);
    }

    /** The parameters in a command such as {@code postgres -c fsync=off}; the last one of a name counts. */
    static Map<String, String> parametersIn(String... command) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i + 1 < command.length; i++) {
            int equals = command[i + 1].indexOf('=');
            if (command[i].equals("-c") && equals > 0) {
                parameters.put(command[i + 1].substring(0, equals), command[i + 1].substring(equals + 1));
            }
        }
        return parameters;
    }

    @Override
    public String toString() {
        return "database " + database + " for " + username;
    }
}

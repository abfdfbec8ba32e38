package io.github.cleanstaletypes.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The containers of {@code src/startup/development.yaml}, run by Compose; all gone when closed. */
final class DevelopmentProject implements AutoCloseable {

    private final Map<String, String> environment = Map.of(
            "APP", Containers.APP,
            "BASE", Containers.POSTGRES,
            "COMPOSE_PROJECT_NAME",
                    "clean-stale-types-development-" + ProcessHandle.current().pid());

    /** Runs Compose, as it is installed here. */
    Shell.Ended compose(String... words) {
        boolean program = Shell.run(Map.of(), List.of("sh", "-c", "command -v docker-compose"))
                        .status()
                == 0;
        List<String> command = new ArrayList<>(program ? List.of("docker-compose") : List.of("docker", "compose"));
        command.addAll(List.of("-f", Shell.startup().resolve("development.yaml").toString()));
        command.addAll(List.of(words));
        return Shell.run(environment, command);
    }

    /** Makes the database new, as people do. */
    Shell.Ended newDatabase(String... arguments) {
        List<String> words = new ArrayList<>(List.of("run", "--rm", "new-database"));
        words.addAll(List.of(arguments));
        return compose(words.toArray(String[]::new));
    }

    /** The rows of a query, one on a line; the server's words while it does not answer. */
    String query(String database, String sql) {
        return compose(
                        "exec",
                        "-T",
                        "database",
                        "psql",
                        "-X",
                        "-q",
                        "-At",
                        "-d",
                        // not the socket: by that the image's own preparation lets in, too
                        "postgresql://postgres:secret@localhost/" + database,
                        "-c",
                        sql)
                .output()
                .strip();
    }

    @Override
    public void close() {
        compose("down", "-v");
    }
}

package io.github.cleanstaletypes.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The client that scripts are written for, where it is installed; and what others do with a script of its own. */
public final class Psql {

    private Psql() {}

    /** What it printed, on either stream, and what it exited with. */
    public record Outcome(int exit, String output) {}

    /** Whether there is one on this machine. */
    public static boolean isInstalled() {
        return program() != null;
    }

    private static Path program() {
        return Stream.of("/usr/bin/psql", "/usr/local/bin/psql")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /**
     * Runs a script as the superuser in a database of a server on this machine.
     *
     * @param variables variables of its process, such as {@code PGCLIENTENCODING}
     */
    public static Outcome run(Path script, int port, String database, Map<String, String> variables) {
        ProcessBuilder command = new ProcessBuilder(
                        String.valueOf(program()), "-X", "-f", script.toString(), "--", database, "postgres")
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        command.environment().keySet().removeIf(name -> name.startsWith("PG"));
        command.environment().putAll(Map.of("PGHOST", "localhost", "PGPORT", String.valueOf(port)));
        command.environment().putAll(variables);
        try {
            Process process = command.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The statements of such a script, each of which ends at the end of a line; without its own commands and comments. */
    public static String[] statements(Path script) {
        try {
            return statements(Files.readString(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Likewise. What has no semicolon at the end is sent as it is, as psql does. */
    public static String[] statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : script.split("\n", -1)) {
            if (statement.isEmpty()
                    && (line.isBlank() || line.startsWith("--") || line.startsWith("\\") || line.endsWith("\\gset"))) {
                continue;
            }
            statement.append(line).append('\n');
            if (line.endsWith(";")) {
                statements.add(statement.toString());
                statement.setLength(0);
            }
        }
        if (!statement.isEmpty()) {
            statements.add(statement.toString());
        }
        return statements.toArray(String[]::new);
    }
}

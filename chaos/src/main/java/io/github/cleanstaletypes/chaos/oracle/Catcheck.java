package io.github.cleanstaletypes.chaos.oracle;

import io.github.cleanstaletypes.chaos.system.ChildProcess;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program pg_catcheck was written by others to check catalogs. It knows the catalogs up to the major that it was
 * built for, so it is asked about servers of that major only: packages put it into a directory that is named after it,
 * such as {@code /usr/lib/postgresql/15/bin}.
 *
 * @param program where it is
 */
public record Catcheck(Path program) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Finds the one for servers of a version such as {@code 18.6}, if it is installed. */
    public static Optional<Catcheck> forVersion(String version) {
        return of(Integer.parseInt(version.split("[.]", 2)[0]));
    }

    /** Finds the one for servers of this major, if it is installed. */
    static Optional<Catcheck> of(int major) {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1));
        return Stream.concat(Stream.of("/usr/lib/postgresql/%d/bin".formatted(major)), path)
                .map(directory -> Path.of(directory, "pg_catcheck"))
                .filter(Files::isExecutable)
                .filter(program -> isFor(major, program))
                .findFirst()
                .map(Catcheck::new);
    }

    private static boolean isFor(int major, Path program) {
        try {
            return program.toRealPath().toString().matches(".*\\D" + major + "\\D.*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the words that start it, quietly.
     *
     * @param catalogs those that it looks at alone; without any, at all
     */
    public List<String> words(Database database, String... catalogs) {
        List<String> words = new ArrayList<>(List.of(
                program.toString(),
                "--quiet",
                "--host=localhost",
                "--port=" + database.port(),
                "--username=" + PostgresServer.SUPERUSER));
        for (String catalog : catalogs) {
            words.add("--table=" + catalog);
        }
        words.add(database.name());
        return words;
    }

    /** Lists what it finds wrong in this database: a line each. */
    List<String> complaints(Database database) {
        try (ChildProcess child = ChildProcess.start(words(database), Map.of(), true)) {
            int exit = child.waitFor(LIMIT);
            List<String> lines =
                    child.out().lines().filter(line -> !line.isBlank()).toList();
            if (exit != 0 && lines.isEmpty()) {
                return List.of("pg_catcheck: exit status " + exit);
            }
            return lines.stream().map(line -> "pg_catcheck: " + line).toList();
        }
    }
}

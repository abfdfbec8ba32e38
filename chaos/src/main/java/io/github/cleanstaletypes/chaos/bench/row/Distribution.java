package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.measure.Stopwatch;
import io.github.cleanstaletypes.chaos.bench.measure.Unmeasurable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people download and unpack.
 *
 * @param archive the file
 */
record Distribution(Path archive) {

    /** Finds it where the build puts it. */
    static Optional<Distribution> in(Path target) {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("clean-stale-types-[0-9].*[.]tar[.]gz"))
                    .sorted()
                    .findFirst()
                    .map(Distribution::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks it, for a user whose home is as good as new. */
    Launcher unpackIn(Path directory) {
        try {
            Path place = Files.createTempDirectory(directory, "unpacked");
            Path home = Files.createTempDirectory(directory, "home");
            Stopwatch.time(
                            List.of("tar", "-xzf", archive.toString(), "-C", place.toString()),
                            Map.of("PATH", Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin")))
                    .expecting(0);
            try (Stream<Path> files = Files.walk(place)) {
                return files.filter(file -> file.endsWith(Path.of("bin", "clean-stale-types")))
                        .findFirst()
                        .map(script -> new Launcher(script, home))
                        .orElseThrow(() -> new Unmeasurable("no bin/clean-stale-types in " + archive));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The launcher of what was unpacked.
     *
     * @param home of the user who runs it
     */
    record Launcher(Path script, Path home) {

        List<String> words(String command) {
            return List.of(script.toString(), command);
        }

        Map<String, String> environment(Map<String, String> variables) {
            Map<String, String> all = new HashMap<>(variables);
            all.put("HOME", home.toString());
            all.put("JAVA_HOME", System.getProperty("java.home"));
            return all;
        }

        /** Tells whether an archive of classes lies in the home. It has its name only when it is whole. */
        boolean hasArchive() {
            try (Stream<Path> files = Files.walk(home)) {
                return files.filter(Files::isRegularFile)
                        .anyMatch(file -> file.toString().endsWith(".jsa")
                                || file.toString().endsWith(".aot"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

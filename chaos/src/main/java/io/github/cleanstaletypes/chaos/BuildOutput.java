package io.github.cleanstaletypes.chaos;

import io.github.cleanstaletypes.chaos.product.CommandLineJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The build has put here what this program needs; it is found from this program's own jar. */
final class BuildOutput {

    private static final String BINARIES = "postgres.binaries";

    private final Path binaries;
    private final Path cliJar;

    BuildOutput(@Nullable Path binaries, @Nullable Path cliJar) {
        this.binaries = binaries != null ? binaries : given(BINARIES, "target/postgres-binaries");
        this.cliJar = cliJar != null ? cliJar : given("cli.jar", "extension/target/clean-stale-types-cli.jar");
        // where the servers look for their binaries
        System.setProperty(BINARIES, this.binaries.toString());
    }

    Path binaries() {
        return binaries;
    }

    /** Lists the versions that are there, oldest first. */
    List<String> versions() {
        if (!Files.isDirectory(binaries)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(binaries)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> name.substring(0, name.length() - ".jar".length()))
                    .sorted(Comparator.comparing(Double::valueOf))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CommandLineJar commandLine() {
        return CommandLineJar.of(cliJar);
    }

    /** Returns the directory in which what people unpack lies, if it is built: that of the command line's jar. */
    Path distribution() {
        return cliJar.toAbsolutePath().resolveSibling("");
    }

    /** Returns the directory in which the proofs by counting leave what they have counted. */
    Path proofs() {
        return project().resolve("extension/target/proof");
    }

    /** Returns what a system property names, or this place in the project. */
    private static Path given(String property, String inProject) {
        String named = System.getProperty(property, "");
        return named.isEmpty() ? project().resolve(inProject) : Path.of(named);
    }

    /** Finds the project: this program's jar, or its classes, are in {@code chaos/target} there. */
    private static Path project() {
        try {
            Path code = Path.of(BuildOutput.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

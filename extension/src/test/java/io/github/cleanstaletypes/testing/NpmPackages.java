package io.github.cleanstaletypes.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Installs what npm brings, once for all modules and builds: it stays in {@code target/npm} of the project's root, beside the servers. Can be
 * called from several threads and programs at once.
 */
public final class NpmPackages {

    private static final Set<String> NOT_TO_BE_HAD = new HashSet<>();

    private NpmPackages() {}

    /** Returns the directory {@code node_modules} that holds Knex and its driver, with its command in {@code .bin}; empty where npm does not answer. */
    public static Optional<Path> knex() {
        return modules("knex", "knex@3", "pg@8");
    }

    private static synchronized Optional<Path> modules(String name, String... packages) {
        Path servers = CopiedPostgresBinaries.directory();
        if (servers == null || NOT_TO_BE_HAD.contains(name)) {
            return Optional.empty();
        }
        Path home = servers.resolveSibling("npm").resolve(name);
        try {
            if (!Files.isDirectory(home) && !install(home, List.of(packages))) {
                NOT_TO_BE_HAD.add(name);
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(home.resolve("node_modules").toAbsolutePath());
    }

    /** Puts them there in one step, so that nobody meets a part of them. */
    private static boolean install(Path home, List<String> packages) throws IOException {
        Path fresh = Files.createTempDirectory(Files.createDirectories(home.resolveSibling("fresh")), "npm");
        // without it npm looks for one above
        Files.writeString(fresh.resolve("package.json"), "{}");
        if (!npm(fresh, packages)) {
            Directories.delete(fresh);
            return false;
        }
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            Directories.delete(fresh);
            if (!Files.isDirectory(home)) {
                throw e;
            }
            // another program was quicker
        }
        return true;
    }

    private static boolean npm(Path directory, List<String> packages) throws IOException {
        List<String> words = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--silent"));
        words.addAll(packages);
        try {
            Process npm = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("npm.log").toFile())
                    .start();
            boolean ended = npm.waitFor(120, TimeUnit.SECONDS);
            npm.destroyForcibly();
            return ended && npm.exitValue() == 0;
        } catch (IOException e) {
            // there is no npm
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while npm installs", e);
        }
    }
}

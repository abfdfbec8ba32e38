package io.github.cleanstaletypes.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs other programs to their end. */
final class Shell {

    private static final long LONGEST_MINUTES = 2;

    private Shell() {}

    /** What a program did; both of its outputs in one. */
    record Ended(int status, String output) {}

    static Ended run(Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile("startup", ".log");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("Still running: " + command + "\n" + Files.readString(output));
                }
                return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + command, e);
        }
    }

    static String succeed(String... command) {
        Ended ended = run(Map.of("DOCKER_BUILDKIT", "0"), List.of(command));
        if (ended.status() != 0) {
            throw new IllegalStateException(ended.status() + " from " + List.of(command) + "\n" + ended.output());
        }
        return ended.output().strip();
    }

    /** The directory with the entrypoint and the Dockerfiles. */
    static Path startup() {
        return Path.of("src", "startup").toAbsolutePath();
    }

    static Path cliJar() {
        return Path.of(System.getProperty("cli.jar")).toAbsolutePath();
    }
}

package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.ShortLivedJava;
import io.github.cleanstaletypes.testing.Wait;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the jar of the command line as a process, with these variables and no other. Immutable. */
final class ProcessRun {

    private final Path java;
    private final List<String> javaOptions;
    private final Map<String, String> variables;
    private final Path directory;

    private ProcessRun(Path java, List<String> javaOptions, Map<String, String> variables, Path directory) {
        this.java = java;
        this.javaOptions = List.copyOf(javaOptions);
        this.variables = Map.copyOf(variables);
        this.directory = directory;
    }

    /** @param directory where it works and leaves what it prints */
    static ProcessRun in(Path directory) {
        Path java = Path.of(System.getProperty("java.home"));
        String path = String.valueOf(System.getenv("PATH"));
        return new ProcessRun(java, List.of(), Map.of("PATH", path, "HOME", "/nonexistent"), directory);
    }

    /** The same in a directory within this one's. */
    ProcessRun in(String name) {
        try {
            return new ProcessRun(java, javaOptions, variables, Files.createDirectory(directory.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessRun with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(variables);
        more.put(variable, value);
        return new ProcessRun(java, javaOptions, more, directory);
    }

    ProcessRun withJava(Path home, String... options) {
        return new ProcessRun(home, List.of(options), variables, directory);
    }

    ProcessRun withJavaOptions(String... options) {
        return new ProcessRun(java, List.of(options), variables, directory);
    }

    /** The words that start it. */
    List<String> words(String... arguments) {
        List<String> words = ShortLivedJava.jar(java, javaOptions, Path.of(System.getProperty("cli.jar")));
        words.addAll(List.of(arguments));
        return words;
    }

    /** Runs it with its stdout and stderr in files. */
    Outcome run(String... arguments) {
        return run(words(arguments));
    }

    /** Runs it on a terminal of 80 columns, stdout and stderr mixed; {@code redirection} is written behind its arguments for a shell. */
    Outcome runOnTerminal(String redirection, String... arguments) {
        StringBuilder command = new StringBuilder("stty cols 80; exec");
        words(arguments).forEach(word -> command.append(" '").append(word).append('\''));
        return run(List.of("script", "-qec", command + " " + redirection, "/dev/null"));
    }

    /** Runs it in a shell, which runs something before it, and redirects what it prints. */
    Outcome runInShell(String before, String redirection, String... arguments) {
        StringBuilder command = new StringBuilder(before);
        words(arguments).forEach(word -> command.append(" '").append(word).append('\''));
        return run(List.of("bash", "-o", "pipefail", "-c", command + " " + redirection));
    }

    private Outcome run(List<String> words) {
        Path out = directory.resolve("stdout");
        Path err = directory.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(variables);
        try {
            return new Outcome(Wait.forEnd("the command line", builder.start()), utf8(out), utf8(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails on bytes that are no UTF-8. */
    private static String utf8(Path file) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
    }
}

package io.github.cleanstaletypes.docs;

import io.github.cleanstaletypes.testing.ShortLivedJava;
import io.github.cleanstaletypes.testing.Wait;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs lines as a reader's shell does, in a directory and an environment of their own. Not thread-safe. */
final class Shell {

    private static final String JAR = "extension/target/clean-stale-types-cli.jar";

    /**
     * What a line came to.
     *
     * @param line as it was run
     */
    record Result(String line, int exit, String out, String err) {

        @Override
        public String toString() {
            return "$ " + line + "\n" + out + err + "[exit status " + exit + "]";
        }
    }

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> replacements = new HashMap<>();

    Shell(Path directory) {
        this.directory = directory;
        environment.put("PATH", System.getenv("PATH"));
        replace(
                "java -jar " + JAR,
                ShortLivedJava.jar(Path.of(System.getProperty("cli.jar"))).stream()
                        .map(Shell::quoted)
                        .collect(Collectors.joining(" ")));
        replace(
                "java -jar",
                ShortLivedJava.words().stream().map(Shell::quoted).collect(Collectors.joining(" ", "", " -jar")));
        replace(JAR, quoted(System.getProperty("cli.jar")));
    }

    Shell export(String name, String value) {
        environment.put(name, replaced(value));
        return this;
    }

    /** Puts what is true here in place of what is only true at the reader's. */
    Shell replace(String example, String value) {
        replacements.put(example, value);
        return this;
    }

    /** Runs the jar of the command line with these arguments. */
    Result commandLine(String arguments) {
        return run("java -jar " + JAR + " " + arguments);
    }

    Result run(String line) {
        try {
            File out = Files.createTempFile(directory, "out", ".txt").toFile();
            File err = Files.createTempFile(directory, "err", ".txt").toFile();
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", replaced(line))
                    .directory(directory.toFile())
                    .redirectOutput(out)
                    .redirectError(err);
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            return new Result(
                    line, Wait.forEnd(line, process), Files.readString(out.toPath()), Files.readString(err.toPath()));
        } catch (IOException e) {
            throw new AssertionError("Does not run: " + line, e);
        }
    }

    private String replaced(String text) {
        // the longest that fits, and nothing within what has taken its place
        String examples = replacements.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(examples)
                .matcher(text)
                .replaceAll(example -> Matcher.quoteReplacement(replacements.get(example.group())));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}

package io.github.cleanstaletypes.launcher;

import io.github.cleanstaletypes.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the launcher of an unpacked distribution with these variables and no other, its output in files. Immutable. */
final class LauncherRun {

    /** Tells its arguments and its process, and makes what it is to make; stdin goes to stdout. */
    private static final String FAKE_JAVA = """
            #!/bin/sh
            case $1 in
                -version) printf 'openjdk version "%s" 2024-01-01\\n' '@VERSION@' >&2; exit ;;
                -Xshare:dump)
                    for word do case $word in -XX:SharedArchiveFile=*) echo made >"${word#*=}" ;; esac; done
                    exit @DUMP@ ;;
            esac
            echo "process $$"
            for word do printf '<%s>\\n' "$word"; done
            cat
            exit 7
            """;

    /** How it ended. */
    record Ending(int exit, String out, String err, long process) {
        boolean mapsArchive() {
            return out.contains("<-XX:SharedArchiveFile=");
        }
    }

    private final List<String> words;
    private final Map<String, String> variables;
    private final Path directory;

    private LauncherRun(List<String> words, Map<String, String> variables, Path directory) {
        this.words = List.copyOf(words);
        this.variables = Map.copyOf(variables);
        this.directory = directory;
    }

    static LauncherRun of(Path launcher, Path directory) {
        return new LauncherRun(
                List.of(launcher.toString()), Map.of("PATH", String.valueOf(System.getenv("PATH"))), directory);
    }

    /** The same as a script of this shell. */
    LauncherRun by(String... shell) {
        List<String> more = new ArrayList<>(List.of(shell));
        more.addAll(words);
        return new LauncherRun(more, variables, directory);
    }

    LauncherRun with(String variable, Object value) {
        Map<String, String> more = new TreeMap<>(variables);
        more.put(variable, value.toString());
        return new LauncherRun(words, more, directory);
    }

    /** The same with a Java that only tells how it was called. */
    LauncherRun withFakeJava(String version) {
        return with("JAVA_HOME", fakeJava(version, 0));
    }

    Path fakeJava(String version, int dumpStatus) {
        Path home = directory.resolve("java-" + version + "-" + dumpStatus);
        script(
                home.resolve("bin/java"),
                FAKE_JAVA.replace("@VERSION@", version).replace("@DUMP@", Integer.toString(dumpStatus)));
        return home;
    }

    static void script(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ending run(String... arguments) {
        return end(start("/dev/null", arguments));
    }

    /** What it leaves behind may not keep its output open, or this would wait for it. */
    Ending runWithInput(String input, String... arguments) throws IOException {
        return end(start(Files.writeString(directory.resolve("input"), input).toString(), arguments));
    }

    Process start(String input, String... arguments) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(directory.toFile())
                .redirectInput(Path.of(input).toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ending end(Process process) {
        try {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ending(Wait.forEnd("the launcher", process), out, err, process.pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

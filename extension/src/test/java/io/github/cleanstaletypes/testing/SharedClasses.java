package io.github.cleanstaletypes.testing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The classes of the command line's jar as a Java maps them, instead of reading, checking and linking each of them anew: a start of a guard
 * takes 0.58 s of a processor, not 0.85. Tests start hundreds. The file lies beside the jar; a newer jar gets another one.
 *
 * <p>Made by the first test of a build that starts the jar, by letting a guard run to its end once. Can be called from several threads.
 */
final class SharedClasses {

    /** What is seen, and what is written, in most of the tests: a look at a database, a command that fails, its log explained. */
    private static final List<String> TYPICAL = List.of(
            "guard", "--type", "nothing", "--", "sh", "-c", "echo 'ERROR: type \"nothing\" already exists'; exit 1");

    private SharedClasses() {}

    /** The option that maps them; none for another jar or another Java, or where they cannot be made. */
    static synchronized List<String> options(Path home, Path jar) {
        if (!home.equals(Path.of(System.getProperty("java.home"))) || !Files.isRegularFile(jar)) {
            return List.of();
        }
        try {
            Path archive = archive(jar);
            if (!Files.exists(archive) && jar.toString().equals(System.getProperty("cli.jar"))) {
                make(home, jar, archive);
            }
            return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Named for the jar's time and this Java, since Java complains about one that does not fit. */
    private static Path archive(Path jar) throws IOException {
        return jar.resolveSibling("%s-%d-%s.jsa"
                .formatted(
                        jar.getFileName(),
                        Files.getLastModifiedTime(jar).toMillis(),
                        System.getProperty("java.vm.version").replaceAll("[^\\w.+-]", "_")));
    }

    private static void make(Path home, Path jar, Path archive) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        jar.resolveSibling("shared-classes.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            if (!Files.exists(archive)) {
                Path loaded = Files.createTempFile("shared-classes", ".list");
                Path made = archive.resolveSibling(archive.getFileName() + ".new");
                Files.deleteIfExists(made);
                run(home, List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + loaded, "-jar", jar.toString()), TYPICAL);
                run(
                        home,
                        List.of(
                                "-Xshare:dump",
                                "-XX:SharedClassListFile=" + loaded,
                                "-XX:SharedArchiveFile=" + made,
                                "-cp",
                                jar.toString()),
                        List.of());
                Files.delete(loaded);
                if (Files.exists(made)) {
                    Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }

    private static void run(Path home, List<String> options, List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        words.addAll(options);
        words.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        String.valueOf(System.getenv("PATH")),
                        "DATABASE_URL",
                        "postgresql://postgres@localhost:"
                                + PostgresServer.of("18.6").port() + "/postgres"));
        Process process = builder.start();
        process.getOutputStream().close();
        Wait.forEnd(String.join(" ", words), process);
    }
}

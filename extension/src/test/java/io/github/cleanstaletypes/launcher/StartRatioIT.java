package io.github.cleanstaletypes.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/**
 * What starts cost, as a ratio to {@link BareProgram}: the median of the processor's time of whole processes, in turn, since a time by itself
 * tells more of the machine than of the program. In the long form; else one start of each that costs little shows that it can be measured.
 */
class StartRatioIT {

    private static final int ROUNDS = LongForm.rounds(1, 12);
    private static final String JAVA = System.getProperty("java.home") + "/bin/java";
    private static final List<String> CHEAP = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @TempDir
    private Path directory;

    private final List<String> told = new ArrayList<>();
    private final List<String> exceeded = new ArrayList<>();

    @Test
    void stays_near_that_of_a_program_that_asks_one_question() throws IOException {
        try (TestDatabase database = PostgresServer.of("15.19").createDatabase()) {
            String url = "jdbc:postgresql://localhost:" + database.server().port() + "/" + database.name()
                    + "?user=postgres";
            StartCost cost = new StartCost(ROUNDS, url, directory);
            List<String> jar = List.of(JAVA, "-jar", System.getProperty("cli.jar"));
            List<String> bare = StartCost.words(List.of(JAVA), List.of("-cp", classPath()), bareArguments(url));
            row("check, java -jar", 1.6, 2.2, cost.ratio(StartCost.words(jar, List.of("check")), bare));
            if (LongForm.isOn()) {
                row(
                        "guard -- true, java -jar",
                        1.9,
                        4.0,
                        cost.ratio(StartCost.words(jar, List.of("guard", "--", "true")), bare));
                launched(cost, bareArguments(url));
            }
        }
        told.forEach(System.out::println);
        assertThat(exceeded).isEmpty();
    }

    /** Both with an archive of classes of their own. */
    private void launched(StartCost cost, List<String> bareArguments) throws IOException {
        String launcher =
                Unpacked.in(directory).resolve("bin/clean-stale-types").toString();
        cost.run(List.of("env", "CLEAN_STALE_TYPES_ARCHIVE=now", launcher, "--version"));
        String loaded = directory.resolve("bare.lst").toString();
        String archive = directory.resolve("bare.jsa").toString();
        cost.run(
                StartCost.words(List.of(JAVA, "-XX:DumpLoadedClassList=" + loaded, "-cp", classPath()), bareArguments));
        cost.run(List.of(
                JAVA,
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + loaded,
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                classPath()));
        assertThat(Path.of(archive)).exists();
        List<String> bare = StartCost.words(
                List.of(JAVA, "-XX:SharedArchiveFile=" + archive), CHEAP, List.of("-cp", classPath()), bareArguments);
        row("check, launcher", 1.3, 2.0, cost.ratio(List.of(launcher, "check"), bare));
    }

    private void row(String what, double target, double limit, double ratio) {
        told.add("start of %s: %.2f times the bare program (target %.1f, fails above %.1f)"
                .formatted(what, ratio, target, limit));
        if (LongForm.isOn() && ratio > limit) {
            exceeded.add(told.get(told.size() - 1));
        }
        assertThat(ratio).as(what).isBetween(0.5, 20.0);
    }

    private static List<String> bareArguments(String url) {
        return List.of(BareProgram.class.getName(), url);
    }

    /** The driver's jar and one with the program alone: Java archives no classes of folders. */
    private String classPath() throws IOException {
        Path jar = directory.resolve("bare.jar");
        if (!Files.exists(jar)) {
            StartCost.jar(jar, BareProgram.class);
        }
        String driver = Stream.of(System.getProperty("java.class.path").split(":"))
                .filter(path -> path.matches(".*/postgresql-[0-9.]+\\.jar"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no jar of " + Driver.class));
        return driver + ":" + jar;
    }
}

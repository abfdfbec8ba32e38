package io.github.cleanstaletypes.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.launcher.LauncherRun.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher finds Java, becomes it, and hands everything over. A script that tells how it was called stands for Java. */
class LauncherIT {

    @TempDir
    private static Path distributions;

    private static Path launcher;

    @TempDir
    private Path directory;

    private LauncherRun run;

    @BeforeAll
    static void unpack() throws IOException {
        launcher = Unpacked.in(Files.createDirectory(distributions.resolve("with a blank")))
                .resolve("bin/clean-stale-types");
    }

    @BeforeEach
    void begin() {
        run = LauncherRun.of(launcher, directory);
    }

    static Stream<String> shells() {
        return Stream.of("sh", "dash", "bash --posix", "busybox sh").filter(LauncherIT::isThere);
    }

    private static boolean isThere(String shell) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell.split(" ")[0])));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void hands_arguments_input_output_and_exit_status_over(String shell) throws IOException {
        Ending ending = run.by(shell.split(" "))
                .withFakeJava("17.0.1")
                .runWithInput("a\nb", "guard", "--type", "a b", "", "*", "\"'$HOME`\\", "x\ny", "-Dz", "--", "é");

        assertThat(ending.err()).isEmpty();
        assertThat(ending.exit()).isEqualTo(7);
        assertThat(ending.out())
                .endsWith("<"
                        + launcher.getParent()
                                .resolveSibling("lib/clean-stale-types-cli.jar")
                                .toRealPath()
                        + ">\n<guard>\n<--type>\n<a b>\n<>\n<*>\n<\"'$HOME`\\>\n<x\ny>\n<-Dz>\n<-->\n<é>\na\nb");
        // signals reach what has the launcher's own process
        assertThat(ending.out()).startsWith("process " + ending.process() + "\n");
    }

    @Test
    void works_through_links_and_by_the_path() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("links"));
        Path link = Files.createSymbolicLink(folder.resolve("absolute"), launcher);
        Files.createSymbolicLink(folder.resolve("cst"), Path.of("absolute"));

        assertThat(LauncherRun.of(folder.resolve("cst"), directory)
                        .withFakeJava("17.0.1")
                        .run()
                        .exit())
                .isEqualTo(7);
        assertThat(LauncherRun.of(link, directory).withFakeJava("25").run().exit())
                .isEqualTo(7);
        assertThat(run.by("sh", "-c", "cd '" + folder + "' && exec ./cst \"$@\"")
                        .withFakeJava("17")
                        .run()
                        .exit())
                .isEqualTo(7);
        assertThat(LauncherRun.of(Path.of("cst"), directory)
                        .by("env", "PATH=" + folder + ":" + System.getenv("PATH"))
                        .withFakeJava("21.0.2")
                        .run()
                        .exit())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.2", "1.8.0_392", "16"})
    void says_in_a_line_which_java_it_needs(String old) {
        LauncherRun lacking = run.withFakeJava(old).with("PATH", withoutJava());

        Ending ending = lacking.run("check");

        assertThat(ending.err())
                .matches("clean-stale-types: it needs Java 17 or newer; set JAVA_HOME, or have java on the PATH"
                        + " \\(found: \\S+/bin/java is \\d+\\)\n");
        assertThat(ending.out()).isEmpty();
        assertThat(ending.exit()).isEqualTo(2);
        assertThat(lacking.run("guard", "true").exit()).isEqualTo(125);
    }

    @Test
    void says_in_a_line_that_there_is_no_java() {
        Ending ending = run.with("PATH", withoutJava()).run();

        assertThat(ending.err())
                .isEqualTo("clean-stale-types: it needs Java 17 or newer; set JAVA_HOME, or have java on the PATH\n");
        assertThat(ending.exit()).isEqualTo(2);
    }

    @Test
    void takes_the_java_of_the_path_if_that_of_java_home_is_too_old_or_gone() {
        String newer = run.fakeJava("21.0.1", 0).resolve("bin") + ":" + withoutJava();

        assertThat(run.withFakeJava("11.0.2").with("PATH", newer).run().exit()).isEqualTo(7);
        assertThat(run.with("JAVA_HOME", "/nonexistent")
                        .with("PATH", newer)
                        .run()
                        .exit())
                .isEqualTo(7);
        assertThat(run.with("JAVA_HOME", "").with("PATH", newer).run().exit()).isEqualTo(7);
    }

    @Test
    void reads_the_version_where_java_has_written_it() throws IOException {
        Path home = run.fakeJava("0", 0);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.9\"\n");

        assertThat(run.with("JAVA_HOME", home).run().exit()).isEqualTo(7);
    }

    @Test
    void leaves_the_collector_to_who_has_chosen_one() {
        assertThat(run.withFakeJava("17").run().out()).contains("<-XX:+UseSerialGC>\n", "<-XX:TieredStopAtLevel=1>\n");
        assertThat(run.withFakeJava("17")
                        .with("JDK_JAVA_OPTIONS", "-XX:+UseG1GC")
                        .run()
                        .out())
                .doesNotContain("UseSerialGC");
    }

    /** A folder with all that a shell script needs, and no Java. */
    private String withoutJava() {
        Path folder = directory.resolve("tools");
        for (String tool :
                new String[] {"sh", "cat", "readlink", "id", "ls", "cksum", "find", "nice", "mkdir", "rmdir", "mv", "rm"
                }) {
            LauncherRun.script(
                    folder.resolve(tool), "#!/bin/sh\nPATH='" + System.getenv("PATH") + "' exec " + tool + " \"$@\"\n");
        }
        return folder.toString();
    }
}

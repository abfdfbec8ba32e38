package io.github.cleanstaletypes.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.launcher.LauncherRun.Ending;
import io.github.cleanstaletypes.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes: made by the first start, mapped by the next ones, and never one that another user could have put there. */
class ClassArchiveIT {

    @TempDir
    private static Path distribution;

    private static Path launcher;

    @TempDir
    private Path directory;

    private Path cache;
    private LauncherRun run;

    @BeforeAll
    static void unpack() throws IOException {
        launcher = Unpacked.in(distribution).resolve("bin/clean-stale-types");
    }

    @BeforeEach
    void begin() throws IOException {
        cache = Files.createDirectory(directory.resolve("the cache"));
        run = LauncherRun.of(launcher, directory).withFakeJava("17.0.1").with("XDG_CACHE_HOME", cache);
    }

    @Test
    void is_made_in_the_background_by_the_first_start_and_mapped_by_the_next() throws IOException {
        Ending first = run.run("check");
        assertThat(first.mapsArchive()).isFalse();
        assertThat(first.exit()).isEqualTo(7);
        Wait.until(
                "the archive alone is there",
                () -> made().size() == 1 && made().get(0).endsWith(".jsa"));

        Ending second = run.run("check");

        assertThat(second.out())
                .contains("<-XX:SharedArchiveFile=" + cache + "/clean-stale-types/" + made().get(0) + ">");
        assertThat(second.exit()).isEqualTo(7);
        assertThat(second.err()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache.resolve("clean-stale-types"))))
                .isEqualTo("rwx------");
    }

    @Test
    void is_made_before_the_start_if_that_is_asked_for_and_not_at_all_if_that_is() throws IOException {
        assertThat(run.with("CLEAN_STALE_TYPES_ARCHIVE", "off").run().mapsArchive())
                .isFalse();
        assertThat(cache.resolve("clean-stale-types")).doesNotExist();
        assertThat(run.with("CLEAN_STALE_TYPES_ARCHIVE", "now").run().mapsArchive())
                .isTrue();
        assertThat(run.with("CLEAN_STALE_TYPES_ARCHIVE", "off").run().mapsArchive())
                .isFalse();
    }

    @Test
    void of_another_java_or_another_jar_is_another() throws IOException {
        LauncherRun now = run.with("CLEAN_STALE_TYPES_ARCHIVE", "now");
        now.run();
        now.withFakeJava("21.0.1").run();
        Path other =
                Unpacked.in(Files.createDirectory(directory.resolve("other"))).resolve("bin/clean-stale-types");
        LauncherRun.of(other, directory)
                .withFakeJava("17.0.1")
                .with("XDG_CACHE_HOME", cache)
                .with("CLEAN_STALE_TYPES_ARCHIVE", "now")
                .run();

        assertThat(made()).hasSize(3);
    }

    @Test
    void lies_in_the_home_where_no_cache_is_named() throws IOException {
        LauncherRun home =
                run.with("XDG_CACHE_HOME", "relative").with("HOME", directory).with("CLEAN_STALE_TYPES_ARCHIVE", "now");

        assertThat(home.run().out()).contains("<-XX:SharedArchiveFile=" + directory + "/.cache/clean-stale-types/");
    }

    @Test
    void is_done_without_where_there_is_no_place_for_it() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        LauncherRun now = run.with("CLEAN_STALE_TYPES_ARCHIVE", "now");
        for (LauncherRun nowhere : List.of(
                now.with("XDG_CACHE_HOME", ""),
                now.with("XDG_CACHE_HOME", file),
                now.with("XDG_CACHE_HOME", "/nonexistent/cache"),
                now.with("XDG_CACHE_HOME", "/proc/self"),
                // as on a full disk: it fails, and leaves a part
                now.with("JAVA_HOME", now.fakeJava("17.0.1", 1)))) {
            Ending ending = nowhere.run();

            assertThat(ending.mapsArchive()).isFalse();
            assertThat(ending.err()).isEmpty();
            assertThat(ending.exit()).isEqualTo(7);
        }
        assertThat(made()).isEmpty();
    }

    @Test
    void of_a_place_where_others_can_write_is_neither_mapped_nor_made() throws IOException {
        LauncherRun now = run.with("CLEAN_STALE_TYPES_ARCHIVE", "now");
        assertThat(now.run().mapsArchive()).isTrue();
        Path folder = cache.resolve("clean-stale-types");
        Path archive = folder.resolve(made().get(0));

        for (String others : List.of("rwx-w----", "rwx----w-", "rwxrwxrwx")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(others));
            assertThat(now.run().mapsArchive()).as(others).isFalse();
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        for (String others : List.of("r---w----", "r------w-")) {
            Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString(others));
            assertThat(now.run().mapsArchive()).as(others).isFalse();
        }
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(now.run().mapsArchive()).isTrue();
    }

    @Test
    void that_is_a_link_or_is_somebody_elses_is_not_mapped() throws IOException {
        LauncherRun now = run.with("CLEAN_STALE_TYPES_ARCHIVE", "now");
        now.run();
        Path folder = cache.resolve("clean-stale-types");
        Path archive = folder.resolve(made().get(0));
        Path elsewhere = Files.move(archive, directory.resolve("elsewhere"));
        Files.createSymbolicLink(archive, elsewhere);
        assertThat(now.run().mapsArchive()).isFalse();
        Files.delete(archive);
        Files.move(elsewhere, archive);
        assertThat(now.run().mapsArchive()).isTrue();

        // the listing shows the same owner as before, and this user is another
        LauncherRun.script(directory.resolve("ids/id"), "#!/bin/sh\necho 54321\n");
        LauncherRun another = now.with("PATH", directory.resolve("ids") + ":" + System.getenv("PATH"));
        assertThat(another.run().mapsArchive()).isFalse();
        Path real = Files.move(folder, directory.resolve("real"));
        Files.createSymbolicLink(folder, real);
        assertThat(now.run().mapsArchive()).isFalse();
    }

    @Test
    void is_whole_if_two_make_it_at_once() throws IOException {
        LauncherRun now = run.with("CLEAN_STALE_TYPES_ARCHIVE", "now");
        List<Process> starts =
                Stream.generate(() -> now.start("/dev/null")).limit(4).toList();
        starts.forEach(start -> assertThat(LauncherRun.end(start).exit()).isEqualTo(7));

        assertThat(made()).singleElement().asString().endsWith(".jsa");
        assertThat(now.run().mapsArchive()).isTrue();
    }

    @Test
    void fits_this_java_and_the_program_says_what_it_says_without(@TempDir Path home) {
        LauncherRun real = LauncherRun.of(launcher, directory)
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("HOME", home);
        Ending without = real.with("CLEAN_STALE_TYPES_ARCHIVE", "off").run("check", "--format", "json", "--wait", "0");
        Ending with = real.with("CLEAN_STALE_TYPES_ARCHIVE", "now").run("check", "--format", "json", "--wait", "0");

        assertThat(with.exit()).isEqualTo(without.exit()).isEqualTo(2);
        assertThat(with.out()).isEqualTo(without.out()).startsWith("{\"tool\":");
        assertThat(with.err()).isEqualTo(without.err()).isEmpty();
        // now Java must take it, or fail
        assertThat(real.with("JDK_JAVA_OPTIONS", "-Xshare:on").run("--version").out())
                .startsWith("clean-stale-types ");
        assertThat(home.resolve(".cache/clean-stale-types")).isDirectoryContaining("glob:**.jsa");
    }

    private List<String> made() throws IOException {
        Path folder = cache.resolve("clean-stale-types");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

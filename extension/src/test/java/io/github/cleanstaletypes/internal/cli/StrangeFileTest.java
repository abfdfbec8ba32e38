package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every setting that names a file, with every file that is none of those that people mean: one line that names the setting, and exit 2. */
@Timeout(60)
class StrangeFileTest {

    private static final CommandRun AT_CLOSED_PORT = CommandRun.withoutDatabase()
            .with("CLEAN_STALE_TYPES_WAIT", "0")
            .with("PGHOST", "127.0.0.1")
            .with("PGPORT", "1")
            .with("PGDATABASE", "app")
            .with("PGUSER", "app");

    @TempDir
    private Path directory;

    private final Map<String, String> strange = new LinkedHashMap<>();

    @BeforeEach
    void make_strange_files() throws IOException, InterruptedException {
        Path huge = directory.resolve("huge");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        strange.put(huge.toString(), "it is larger than ");
        strange.put(pipe.toString(), "it is a pipe");
        strange.put(Files.createDirectory(directory.resolve("directory")).toString(), "it is a directory");
        strange.put(link("dangling", directory.resolve("nothing")), "no such file or directory");
        strange.put(link("loop", directory.resolve("loop")), "Too many levels of symbolic links");
        strange.put(link("to-pipe", pipe), "it is a pipe");
        strange.put("/dev/zero", "it is a device");
        strange.put("/dev/tty", "it is a device");
    }

    private String link(String name, Path target) throws IOException {
        return Files.createSymbolicLink(directory.resolve(name), target).toString();
    }

    @Test
    void is_refused_by_each_setting_that_is_read() throws IOException {
        Path latin1 = Files.write(directory.resolve("latin1"), new byte[] {'g', 'r', (byte) 0xf6, 'n'});
        strange.put(latin1.toString(), "it is not UTF-8 text");
        Map<String, Function<String, Outcome>> settings = new LinkedHashMap<>();
        for (String variable : List.of("DATABASE_URL_FILE", "PGPASSWORD_FILE", "PGAPPNAME_FILE", "PGSSLMODE_FILE")) {
            settings.put(variable, file -> AT_CLOSED_PORT.with(variable, file).run("wait"));
        }
        settings.put(
                "PGPASSFILE", file -> AT_CLOSED_PORT.with("PGPASSFILE", file).run("wait", "-v"));
        settings.put(
                "PGSERVICEFILE",
                file -> AT_CLOSED_PORT
                        .with("PGSERVICE", "app")
                        .with("PGSERVICEFILE", file)
                        .run("wait"));
        settings.put("--types-file", file -> AT_CLOSED_PORT.run("check", "--types-file", file));
        settings.put(
                "CLEAN_STALE_TYPES_TYPES_FILE",
                file -> AT_CLOSED_PORT
                        .with("CLEAN_STALE_TYPES_TYPES_FILE", file)
                        .run("check"));

        assertEachIsRefused(settings, Map.of("PGPASSFILE: no such", 3));
    }

    @Test
    void is_refused_by_explain_and_by_what_is_written_or_given_to_the_driver() {
        Map<String, Function<String, Outcome>> settings = new LinkedHashMap<>();
        settings.put("explain", file -> AT_CLOSED_PORT.run("explain", file));
        // it waits for a writer
        strange.remove(directory.resolve("to-pipe").toString());
        assertEachIsRefused(settings, Map.of());
        settings.clear();

        settings.put(
                "PGSSLROOTCERT",
                file -> AT_CLOSED_PORT
                        .with("PGSSLMODE", "verify-full")
                        .with("PGSSLROOTCERT", file)
                        .run("wait"));
        settings.put("PGSSLCERT", file -> AT_CLOSED_PORT.with("PGSSLCERT", file).run("wait"));
        settings.put("PGSSLKEY", file -> AT_CLOSED_PORT.with("PGSSLKEY", file).run("wait"));
        // without them the driver does as if there were none, until a server asks
        assertEachIsRefused(settings, Map.of("PGSSLCERT: no such", 3, "PGSSLKEY: no such", 3));
        settings.clear();

        strange.keySet().removeIf(file -> file.startsWith("/dev/") || file.endsWith("dangling"));
        settings.put("--undo-file", file -> AT_CLOSED_PORT.run("clean", "--undo-file", file));
        assertEachIsRefused(settings, Map.of());
    }

    @Test
    void is_refused_among_migrations() throws IOException {
        strange.keySet().removeIf(file -> file.endsWith("directory"));
        int number = 0;
        for (Map.Entry<String, String> each : strange.entrySet()) {
            Path migrations = Files.createDirectory(directory.resolve("migrations" + number++));
            Path script = Files.createSymbolicLink(migrations.resolve("V1__a.sql"), Path.of(each.getKey()));

            Outcome outcome = AT_CLOSED_PORT.run("check", "--migrations", migrations.toString());

            assertThat(outcome.errorLines())
                    .singleElement()
                    .asString()
                    .startsWith("clean-stale-types: --migrations: '" + script + "' cannot be read: " + each.getValue());
            assertThat(outcome.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void by_default_in_a_home_is_passed_over_with_a_warning() throws IOException {
        for (Map.Entry<String, String> each : strange.entrySet()) {
            Path file = directory.resolve(".pgpass");
            Files.deleteIfExists(file);
            Files.createSymbolicLink(file, Path.of(each.getKey()));

            Outcome outcome = AT_CLOSED_PORT.with("HOME", directory.toString()).run("wait");

            boolean missing = !Files.exists(file);
            assertThat(outcome.err())
                    .contains(missing ? "connection refused" : file + "' is ignored: it cannot be read");
            assertThat(outcome.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void that_is_the_null_device_is_an_empty_one() {
        for (String variable : List.of("PGPASSFILE", "CLEAN_STALE_TYPES_TYPES_FILE")) {
            assertThat(AT_CLOSED_PORT.with(variable, "/dev/null").run("wait").err())
                    .doesNotContain(variable, "/dev/null")
                    .contains("connection refused");
        }
    }

    @Test
    void that_says_that_it_is_empty_is_not_opened() {
        // /proc/kmsg is such a one, and waits for the kernel; this one would give something
        assertThat(AT_CLOSED_PORT
                        .with("PGPASSWORD_FILE", "/proc/self/status")
                        .run("wait")
                        .err())
                .isEqualTo("clean-stale-types: PGPASSWORD_FILE: the file '/proc/self/status' is empty\n");
    }

    @Test
    void that_is_a_pipe_with_a_writer_is_read_by_explain() throws Exception {
        Process writer = new ProcessBuilder(
                        "sh",
                        "-c",
                        "echo 'ERROR: type \"mood\" already exists (SQLSTATE 42710)' > \"$0\"",
                        directory.resolve("pipe").toString())
                .start();

        Outcome outcome = CommandRun.withoutDatabase()
                .run("explain", directory.resolve("pipe").toString());

        assertThat(outcome.out()).contains("42710");
        assertThat(outcome.exitCode()).isZero();
        assertThat(writer.waitFor()).isZero();
    }

    @Test
    void does_not_fill_a_small_memory() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "check",
                "--types-file",
                directory.resolve("huge").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes()))
                .isEqualTo("clean-stale-types: --types-file: '" + directory.resolve("huge")
                        + "' cannot be read: it is larger than 4 MiB\n");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    /** @param others exit statuses of some settings with some problems, written {@code setting: problem} */
    private void assertEachIsRefused(Map<String, Function<String, Outcome>> settings, Map<String, Integer> others) {
        settings.forEach((setting, command) -> strange.forEach((file, problem) -> {
            long start = System.nanoTime();
            Outcome outcome = command.apply(file);
            Integer other = others.entrySet().stream()
                    .filter(entry -> (setting + ": " + problem).startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(2);

            assertThat(outcome.exitCode())
                    .as("%s %s: %s", setting, file, outcome)
                    .isEqualTo(other);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            if (other == 2) {
                assertThat(outcome.errorLines())
                        .singleElement()
                        .asString()
                        .startsWith("clean-stale-types: " + setting)
                        .contains(file, problem);
            }
        }));
    }
}

package io.github.cleanstaletypes.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.system.ChildProcess;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.ShortLivedJava;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as users run it, with a scenario for each finding, on a server that locks types and one that does not. */
class ChaosIT {

    private static final List<String> SCENARIOS = List.of(
            "race-2",
            "killed-in-statement",
            "killed-after-type",
            "left-prepared",
            "half-reverted-enum",
            "killed-after-table",
            "in-use-by-column",
            "duplicates-in-index",
            "detach-cancelled",
            "lost-class-row",
            "guard-killed",
            "guard-stopped",
            "guard-stopped-lock-dropped");

    /** What is left besides types. A row is watched for ten seconds before it is freed: of neighbours one is at most. */
    private static final List<String> LEFT_BESIDES = List.of(
            "killed-holding-knex-row",
            "guard-killed-in-index",
            "lock-row-held-by-knex",
            "prisma-unfinished",
            "killed-holding-lock-row",
            "lock-row-held-by-liquibase",
            "golang-migrate-dirty");

    /** Each has two servers of its own. */
    private static final List<String> FAILOVERS =
            List.of("failover", "failover-lock-cut-off", "failover-command-cut-off");

    /** The profile chaos plays all that there are. */
    private static final int SAMPLE = 4;

    private static final Pattern ALL_PASSED = Pattern.compile("\\n([1-9]\\d*) of \\1 passed, 0 failed, 0 inconclusive");

    @Test
    void every_fault_is_reproduced_healed_or_refused_and_nothing_is_lost(@TempDir Path reports) throws Exception {
        Run run = run(
                "--scenario",
                String.join(",", LongForm.sample(SCENARIOS, SAMPLE, "chaos")),
                "--postgres",
                "14.22,18.6",
                "--parallel",
                "4",
                "--report",
                reports.toString());
        assertThat(run.exit).as(run.printed).isZero();
        assertThat(run.printed).contains("passed of all").containsPattern(ALL_PASSED);
        assertThat(Files.readString(reports.resolve("report.json")))
                .contains("\"outcome\" : \"passed\"")
                .doesNotContain("\"outcome\" : \"failed\"", "\"reproduced\" : false");
        assertThat(Files.readString(reports.resolve("report.html")))
                .contains("<svg")
                .containsPattern("<b>([1-9]\\d+) of \\1 runs passed</b>");
    }

    @Test
    void what_a_killed_migration_leaves_besides_types_is_healed_by_each_healer_or_told() throws Exception {
        Run run = run(
                "--scenario",
                String.join(",", LongForm.sample(LEFT_BESIDES, 3, "left besides")),
                "--healer",
                String.join(",", LongForm.sample(List.of("cli", "extension", "guard"), 1, "healer of what is left")),
                "--postgres",
                String.join(",", LongForm.sample(List.of("14.22", "18.6"), 1, "server of what is left")),
                "--parallel",
                "4");
        assertThat(run.exit).as(run.printed).isZero();
        assertThat(run.printed).containsPattern(ALL_PASSED);
    }

    @Test
    void when_a_standby_takes_over_in_the_midst_of_a_migration_the_next_guard_migrates_on_it() throws Exception {
        Run run = run(
                "--scenario",
                String.join(",", LongForm.sample(FAILOVERS, 1, "failover")),
                "--postgres",
                String.join(",", LongForm.sample(List.of("14.22", "18.6"), 1, "server of a failover")));
        assertThat(run.exit).as(run.printed).isZero();
        assertThat(run.printed).containsPattern(ALL_PASSED);
    }

    /** The servers of the tests are in it; tests have no business there, nor has what only they bring. */
    @Test
    void the_jar_holds_no_tests() throws Exception {
        try (JarFile jar = new JarFile(System.getProperty("chaos.jar"))) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .contains("io/github/cleanstaletypes/testing/PostgresServer.class")
                    .noneMatch(name -> name.matches("io/github/cleanstaletypes/.*(Test|IT)([$].*)?[.]class"))
                    .noneMatch(name -> name.endsWith("DatabaseProvider") && name.startsWith("META-INF/services/"));
        }
    }

    @Test
    void a_scenario_that_nobody_knows_is_a_wrong_usage() throws Exception {
        Run run = run("--scenario", "earthquake");
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.printed).contains("No scenario earthquake, but: ");
    }

    @Test
    void who_does_not_say_what_to_play_is_told() throws Exception {
        assertThat(run().exit).isEqualTo(2);
    }

    @Test
    void the_command_of_the_readme_runs_on_every_major(@TempDir Path reports) throws Exception {
        Path root = Path.of("").toAbsolutePath().getParent();
        String line = Files.readAllLines(root.resolve("README.md")).stream()
                .filter(text -> text.startsWith("java -jar chaos/target/clean-stale-types-chaos.jar "))
                .findFirst()
                .orElseThrow();
        List<String> words = List.of(line.replace("--all", "--scenario half-reverted-domain --healer nothing,cli")
                .replace("chaos-report", reports.toString())
                .split(" ", -1));
        Run run = run(words.subList(3, words.size()).toArray(String[]::new));
        assertThat(run.exit).as(run.printed).isZero();
        assertThat(run.printed).containsPattern(ALL_PASSED);
        assertThat(reports).isDirectoryContaining(file -> file.endsWith("report.html"));
    }

    private record Run(int exit, String printed) {}

    private static Run run(String... arguments) {
        List<String> command = ShortLivedJava.words();
        for (String property : List.of("cli.jar", "postgres.binaries")) {
            command.add("-D%s=%s".formatted(property, System.getProperty(property)));
        }
        command.addAll(List.of("-jar", System.getProperty("chaos.jar")));
        command.addAll(List.of(arguments));
        try (ChildProcess child = ChildProcess.start(command, forNpm(), true)) {
            return new Run(child.waitFor(Duration.ofMinutes(4)), child.out());
        }
    }

    /** Where npm and node are, and what npm is told. */
    private static Map<String, String> forNpm() {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.keySet().retainAll(Set.of("PATH", "HOME"));
        return variables;
    }
}

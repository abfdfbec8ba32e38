package io.github.cleanstaletypes.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.product.CommandLineJar;
import io.github.cleanstaletypes.chaos.run.BrokenCleaner.Fault;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.scenario.catalog.Damaged;
import io.github.cleanstaletypes.chaos.scenario.catalog.InUse;
import io.github.cleanstaletypes.chaos.scenario.catalog.TornRestore;
import io.github.cleanstaletypes.chaos.scenario.cleaner.GuardedMigration;
import io.github.cleanstaletypes.chaos.scenario.cleaner.Newcomer;
import io.github.cleanstaletypes.report.FindingCode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A cleaner that is broken on purpose is caught, and the same cleaner unbroken is not. */
class OracleCatchesIT {

    @Test
    void cascade_in_place_of_restrict_costs_a_column() {
        Scenario column = inUseBy("column");
        assertThat(play(column, Fault.NONE).lost()).isEmpty();
        assertThat(play(column, Fault.CASCADE_FOR_RESTRICT).lost())
                .anyMatch(lost -> lost.equals("lost: column public.sessions.who"))
                .anyMatch(lost -> lost.startsWith("changed: rows of public.sessions"));
    }

    @Test
    void without_a_check_of_dependents_what_the_server_does_not_know_is_dropped() {
        for (String user : List.of("function-body", "lost-dependency")) {
            assertThat(play(inUseBy(user), Fault.NONE).lost()).as(user).isEmpty();
            assertThat(play(inUseBy(user), Fault.NO_CHECK_OF_DEPENDENTS).lost())
                    .as(user)
                    .anyMatch(lost -> lost.contains("type public.accounts_user"));
        }
    }

    @Test
    void a_direct_drop_breaks_a_newcomer_s_table_where_types_are_not_locked() {
        List<String> careful = newcomers(Fault.NONE);
        assertThat(careful).noneMatch(reason -> reason.contains("broken"));
        assertThat(newcomers(Fault.DIRECT_DROP))
                .anyMatch(reason -> reason.contains("the newcomer's table is broken: XX000"));
    }

    /** What is wrong in the end, wherever in the cleaner's work the newcomer comes. */
    private static List<String> newcomers(Fault fault) {
        return IntStream.rangeClosed(3, 9)
                .mapToObj(
                        statement -> play(new Coming(statement), fault, "14.22").reason())
                .toList();
    }

    @Test
    void without_the_lock_a_migration_loses_its_type_between_two_statements() {
        assertThat(play(new GuardedMigration(), Fault.NONE).passed()).isTrue();
        RunResult unlocked = play(new GuardedMigration(), Fault.NO_LOCK);
        assertThat(unlocked.lost()).contains("lost: type public.accounts_user");
        assertThat(unlocked.reason()).contains("the migration was disturbed: 42704");
    }

    @Test
    void a_drop_in_a_damaged_database_takes_the_bait() {
        Scenario damaged = Damaged.all().get(0);
        assertThat(play(damaged, Fault.NONE).lost()).isEmpty();
        assertThat(play(damaged, Fault.DROP_DESPITE_DAMAGE).lost()).contains("lost: type public.bait");
    }

    @Test
    void wide_probes_on_a_torn_restore_cost_the_rows_that_were_invisible() {
        Scenario torn = new TornRestore(TornRestore.Look.UNREAD);
        assertThat(play(torn, Fault.NONE).reason()).doesNotContain("were there but invisible");
        assertThat(play(torn, Fault.WIDE_PROBE).reason()).contains("rows that were there but invisible");
    }

    private static Scenario inUseBy(String by) {
        return InUse.all().stream()
                .filter(scenario -> scenario.by().equals(by))
                .findFirst()
                .orElseThrow();
    }

    private static RunResult play(Scenario scenario, Fault fault) {
        return play(scenario, fault, "18.6");
    }

    private static RunResult play(Scenario scenario, Fault fault, String version) {
        RunResult result = ScenarioRun.of(
                new PlannedRun(scenario, version, new BrokenCleaner(fault), 1),
                new CommandLineJar(Path.of("none.jar")));
        assertThat(result.reproduced()).as(result.reason()).isTrue();
        return result;
    }

    /** Somebody uses the type before a statement of the cleaner. */
    private record Coming(int statement) implements Scenario {
        @Override
        public ScenarioHeader header() {
            return ScenarioHeader.of("coming-" + statement, FindingCode.UNUSED_TYPE, "a newcomer");
        }

        @Override
        public Incident begin(Scene scene) {
            Application.install(scene);
            scene.database().execute("CREATE TYPE accounts_user AS ENUM ('admin', 'guest')");
            return new Newcomer.Coming(scene, statement);
        }
    }
}

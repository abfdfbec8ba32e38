package io.github.cleanstaletypes.internal.finding;

import static io.github.cleanstaletypes.values.Claiming.strictly;
import static io.github.cleanstaletypes.values.Claiming.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.ConnectedSession;
import io.github.cleanstaletypes.internal.catalog.history.ToolStateRow.State;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.finding.tool.ToolCommand;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.values.ReadCatalog;
import io.github.cleanstaletypes.values.ReadToolState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of a row in which a migration tool says that a migration has failed or is running. */
class UnfinishedMigrationTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final ConnectedSession BEFORE =
            new ConnectedSession(7, "app", "knex", Instant.parse("2026-05-01T11:59:59.5Z"));
    private static final ConnectedSession AFTER =
            new ConnectedSession(8, "app", "", Instant.parse("2026-05-01T12:00:01Z"));
    private static final ConnectedSession HIDDEN = new ConnectedSession(9, "other", "x", null);

    private final ReadCatalog catalog = new ReadCatalog();

    @Test
    void it_is_a_note_unless_its_tool_is_to_go_on_or_everything_has_to_be_settled() {
        catalog.with(ReadToolState.lock().read());
        assertThat(found(Claims.NONE).demanded()).isFalse();
        assertThat(found(Claims.NONE).claim()).isNull();
        assertThat(found(strictly(Claims.NONE)).demanded()).isTrue();
        assertThat(found(strictly(Claims.NONE)).claim()).isNull();
        assertThat(found(wanting(MigrationTool.FLYWAY, ClaimSource.MIGRATION)).demanded())
                .isFalse();
        UnfinishedMigration claimed = found(wanting(MigrationTool.KNEX, ClaimSource.ERROR));
        assertThat(claimed.demanded()).isTrue();
        assertThat(claimed.inReport().claimedBy()).isEqualTo(ClaimSource.ERROR);
        assertThat(claimed.raises()).isNull();
        assertThat(claimed.subject()).isEqualTo(Subjects.of("public", "state", 801, "table"));
    }

    @Test
    void an_error_claims_a_tool_more_than_a_pending_migration_does_whoever_comes_first() {
        Claims both = wanting(MigrationTool.KNEX, ClaimSource.ERROR)
                .and(Set.of(MigrationTool.KNEX, MigrationTool.PRISMA), ClaimSource.MIGRATION);
        assertThat(both.tools())
                .containsEntry(MigrationTool.KNEX, ClaimSource.ERROR)
                .containsEntry(MigrationTool.PRISMA, ClaimSource.MIGRATION);
        assertThat(wanting(MigrationTool.KNEX, ClaimSource.MIGRATION)
                        .and(Set.of(MigrationTool.KNEX), ClaimSource.ERROR)
                        .and(List.of())
                        .tools())
                .containsEntry(MigrationTool.KNEX, ClaimSource.ERROR);
    }

    @Test
    void it_is_looked_for_only_in_the_schemas_that_the_run_is_about() {
        catalog.with(ReadToolState.lock().read());
        assertThat(catalog.findings(within(Claims.NONE, "app"))).isEmpty();
        assertThat(catalog.findings(within(Claims.NONE, "pub*"))).hasSize(1);
    }

    @Test
    void rows_of_one_table_are_one_finding_and_those_of_another_are_another() {
        catalog.with(state(MigrationTool.PRISMA, State.UNFINISHED, "2_b").read())
                .with(state(MigrationTool.PRISMA, State.UNFINISHED, "1_a").read())
                .with(ReadToolState.lock().read());
        assertThat(catalog.findings(Claims.NONE))
                .extracting(finding -> ((UnfinishedMigration) finding).rows().size())
                .containsExactly(2, 1);
        UnfinishedMigration both =
                (UnfinishedMigration) catalog.findings(Claims.NONE).get(0);
        assertThat(both.explanation()).contains("the migration 2_b began and did not end, and 1 more:");
        assertThat(both.evidence()).containsEntry("rows", List.of("unfinished 2_b", "unfinished 1_a"));
        assertThat(both.remedy())
                .isEqualTo(
                        "If you take back by hand what is half done: prisma migrate resolve --rolled-back 2_b; if you finish"
                                + " it by hand: prisma migrate resolve --applied 2_b. If you take back by hand what is half done:"
                                + " prisma migrate resolve --rolled-back 1_a; if you finish it by hand: prisma migrate resolve"
                                + " --applied 1_a.");
        assertThat(both.undo()).isEmpty();
        assertThat(both.canBeFreed()).isFalse();
    }

    @Test
    void a_failed_migration_is_told_with_when_and_by_whom() {
        catalog.with(state(MigrationTool.FLYWAY, State.FAILED, "2")
                .detail("V2__add_mood.sql")
                .by("app")
                .since(NOON)
                .read());
        UnfinishedMigration finding = found(Claims.NONE);
        assertThat(finding.explanation())
                .startsWith(
                        "Flyway says in public.state that the migration 2 failed, by app, since 2026-05-01T12:00:00Z."
                                + " It runs nothing before that is repaired,");
        assertThat(finding.remedy()).contains("flyway repair");
        assertThat(finding.evidence())
                .containsEntry("tool", "Flyway")
                .containsEntry("state", "failed")
                .containsEntry("rows", List.of("failed 2 (V2__add_mood.sql), by app, since 2026-05-01T12:00:00Z"))
                .containsEntry("other_sessions", 0L)
                .containsEntry("possible_holders", List.of())
                .doesNotContainKey("written_at");
    }

    @Test
    void a_dirty_database_is_told_with_its_version_and_how_to_force_one() {
        catalog.with(state(MigrationTool.GOLANG_MIGRATE, State.DIRTY, "3").read());
        assertThat(found(Claims.NONE).explanation())
                .startsWith("golang-migrate says in public.state that the database is dirty at version 3:");
        assertThat(found(Claims.NONE).remedy())
                .isEqualTo(
                        "If you finish by hand what is half done: migrate force 3; if you take it back: migrate force with the"
                                + " version before 3.");
    }

    @Test
    void a_lock_is_told_as_a_row_that_stays_and_what_sets_it_back_is_its_undo() {
        catalog.with(ReadToolState.lock().by("pod-1").read());
        UnfinishedMigration finding = found(Claims.NONE);
        assertThat(finding.explanation())
                .startsWith("The lock of Knex in public.state is taken, by pod-1: a row, which stays when");
        assertThat(finding.remedy())
                .contains("knex migrate:unlock", "StaleTypes.in(dataSource).freeingLocks().clean()");
        assertThat(finding.canBeFreed()).isTrue();
        assertThat(finding.undo().orElseThrow())
                .contains("\nUPDATE ONLY public.state SET is_locked = '1' WHERE index = '1';\n");
    }

    @Test
    void who_may_hold_it_is_told_by_the_servers_clock_if_the_server_keeps_when_it_was_written() {
        catalog.with(ReadToolState.lock().writtenAt(NOON).read());
        assertThat(found(Claims.NONE).explanation())
                .endsWith("No other session is connected to this database, so whoever wrote that is not.");
        catalog.with(AFTER);
        assertThat(found(Claims.NONE).explanation())
                .endsWith(
                        "Of the 1 other session that is connected to this database each began after that was written, so none of"
                                + " them wrote it.");
        catalog.with(BEFORE).with(HIDDEN);
        assertThat(found(Claims.NONE).explanation())
                .endsWith("Of the 3 other sessions that are connected to this database 2 may have written it.");
        assertThat(found(Claims.NONE).evidence())
                .containsEntry("written_at", "2026-05-01T12:00:00Z")
                .containsEntry("other_sessions", 3L)
                .containsEntry(
                        "possible_holders",
                        List.of(
                                "pid 7, role app, application knex, since 2026-05-01T11:59:59Z",
                                "pid 9, role other, application x, since a time not visible to this role"));
    }

    @Test
    void a_session_that_began_at_the_very_moment_may_hold_it() {
        catalog.with(ReadToolState.lock().writtenAt(NOON).read()).with(new ConnectedSession(7, "app", "", NOON));
        assertThat(found(Claims.NONE).explanation()).endsWith("1 may have written it.");
    }

    @Test
    void a_clients_clock_proves_nothing_so_every_session_may_hold_it() {
        catalog.with(ReadToolState.lock().since(NOON).read()).with(BEFORE).with(AFTER);
        assertThat(found(Claims.NONE).explanation())
                .endsWith(
                        "Of the 2 other sessions that are connected to this database 1 began before the time in the row, which a"
                                + " client wrote: that is a hint and proves nothing.");
        assertThat(found(Claims.NONE).evidence().get("possible_holders"))
                .isEqualTo(List.of(
                        "pid 7, role app, application knex, since 2026-05-01T11:59:59Z",
                        "pid 8, role app, since 2026-05-01T12:00:01Z"));
    }

    @Test
    void without_any_time_every_session_may_hold_it() {
        catalog.with(ReadToolState.lock().read()).with(BEFORE);
        assertThat(found(Claims.NONE).explanation())
                .endsWith(
                        "Of the 1 other session that is connected to this database any may have written it: the row does not say"
                                + " when it was written.");
    }

    @Test
    void a_name_of_somebodys_is_one_word_of_the_command_and_one_text_of_the_statement() {
        catalog.with(state(MigrationTool.PRISMA, State.UNFINISHED, "x'; rm -rf $HOME")
                .read());
        assertThat(found(Claims.NONE).remedy()).contains("--applied 'x'\\''; rm -rf $HOME'");
        ReadCatalog option = new ReadCatalog()
                .with(state(MigrationTool.PRISMA, State.UNFINISHED, "--help").read());
        assertThat(option.findings(Claims.NONE).get(0).remedy()).contains("--applied '--help'");
        ReadCatalog sqlx = new ReadCatalog()
                .with(state(MigrationTool.SQLX, State.UNFINISHED, "1'; --").read());
        assertThat(sqlx.findings(Claims.NONE).get(0).remedy())
                .contains("DELETE FROM public.state WHERE version = '1''; --';");
    }

    @Test
    void each_lock_table_without_a_command_of_its_own_is_freed_by_a_statement() {
        assertThat(remedy(MigrationTool.SQLX, State.UNFINISHED))
                .isEqualTo(
                        "Take back by hand what is half done, then: DELETE FROM public.state WHERE version = 1; Then migrate"
                                + " again.");
        assertThat(remedy(MigrationTool.EF_CORE, State.LOCKED)).endsWith("then: DELETE FROM public.state;");
        assertThat(remedy(MigrationTool.KYSELY, State.LOCKED)).endsWith("then: UPDATE public.state SET is_locked = 0;");
        assertThat(remedy(MigrationTool.LIQUIBASE, State.LOCKED)).contains("then: liquibase release-locks; or,");
        assertThat(remedy(MigrationTool.YOYO, State.LOCKED))
                .isEqualTo("Make sure that no migration is running, then: yoyo break-lock");
    }

    @Test
    void each_command_of_a_tools_own_is_known_and_the_others_are_run_again() {
        Map<MigrationTool, String> known = Map.of(
                MigrationTool.FLYWAY, "flyway repair",
                MigrationTool.LIQUIBASE, "liquibase release-locks",
                MigrationTool.KNEX, "knex migrate:unlock",
                MigrationTool.PRISMA, "prisma migrate resolve",
                MigrationTool.GOLANG_MIGRATE, "migrate force VERSION",
                MigrationTool.YOYO, "yoyo break-lock");
        assertThat(MigrationTool.values())
                .allSatisfy(tool -> assertThat(ToolCommand.of(tool))
                        .isEqualTo(known.getOrDefault(tool, "run " + tool.inWords() + " again")));
        assertThat(remedy(MigrationTool.FLYWAY, State.FAILED))
                .isEqualTo("Take back by hand what is half done, then: flyway repair. Then migrate again.");
        assertThat(remedy(MigrationTool.DBMATE, State.LOCKED))
                .isEqualTo("Make sure that no migration is running, then: run dbmate again");
    }

    @Test
    void a_lock_whose_undo_could_not_be_written_down_is_not_freed() {
        catalog.with(ReadToolState.lock().heldInBytes().read());
        assertThat(found(Claims.NONE).canBeFreed()).isFalse();
        assertThat(found(Claims.NONE).undo()).isEmpty();
    }

    @Test
    void of_several_rows_each_must_be_one_that_can_be_freed() {
        catalog.with(ReadToolState.lock().read())
                .with(ReadToolState.lock().heldInBytes().read());
        assertThat(found(Claims.NONE).canBeFreed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void each_tool_has_something_to_do(MigrationTool tool) {
        assertThat(remedy(tool, State.LOCKED)).isNotBlank();
        ReadCatalog nothing =
                new ReadCatalog().with(state(tool, State.LOCKED, null).read());
        assertThat(nothing.findings(Claims.NONE).get(0).explanation()).contains(tool.inWords());
    }

    private static String remedy(MigrationTool tool, State state) {
        return new ReadCatalog()
                .with(state(tool, state, "1").read())
                .findings(Claims.NONE)
                .get(0)
                .remedy();
    }

    private static ReadToolState state(MigrationTool tool, State state, @Nullable String entry) {
        return ReadToolState.of(tool, state, entry);
    }

    private static Claims wanting(MigrationTool tool, ClaimSource source) {
        return Claims.NONE.and(Set.of(tool), source);
    }

    private UnfinishedMigration found(Claims claims) {
        List<CatalogFinding> findings = catalog.findings(claims);
        assertThat(findings).singleElement().isInstanceOf(UnfinishedMigration.class);
        return (UnfinishedMigration) findings.get(0);
    }
}

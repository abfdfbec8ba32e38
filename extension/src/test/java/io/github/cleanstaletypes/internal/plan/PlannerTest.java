package io.github.cleanstaletypes.internal.plan;

import static io.github.cleanstaletypes.values.Claiming.byHand;
import static io.github.cleanstaletypes.values.Claiming.byMigration;
import static io.github.cleanstaletypes.values.ReadType.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cleanstaletypes.internal.catalog.DanglingRow;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.finding.UncommittedCreation;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.values.Claiming;
import io.github.cleanstaletypes.values.ReadCatalog;
import io.github.cleanstaletypes.values.ReadCreator;
import io.github.cleanstaletypes.values.ReadDangling;
import io.github.cleanstaletypes.values.ReadType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is planned for each finding, and what other findings forbid. */
class PlannerTest {

    private static final DanglingRow DAMAGE = ReadDangling.relation(611, "bare", 612);

    private final ReadCatalog catalog = new ReadCatalog();
    private final Planner planner = new Planner(Set.of(), null);

    @Test
    void an_unused_type_is_removed_and_its_steps_say_nothing_of_a_refusal() {
        catalog.with(named("mood").read());
        Plan plan = planner.plan(catalog.findings(byHand("mood")));
        assertThat(plan.steps())
                .extracting(Step::action, Step::refusal, Step::why)
                .containsExactly(tuple(Action.REMOVE, null, ""));
        assertThat(plan.changesAnything()).isTrue();
    }

    @Test
    void a_quarantined_type_that_nothing_uses_is_dropped_for_good_and_one_that_is_used_gets_its_name_back() {
        catalog.with(quarantined().read()).with(quarantined().usedBy("domain d").read());
        assertThat(actions(planner, Claims.NONE)).containsExactly(Action.DISCARD, Action.RESTORE);
    }

    @Test
    void a_type_in_use_is_refused_to_a_migration_and_only_noted_to_a_person() {
        catalog.with(named("mood").usedBy("domain d").read());
        assertThat(steps(planner, byMigration("mood")))
                .extracting(Step::action, Step::refusal)
                .containsExactly(tuple(Action.REFUSE, Refusal.IN_USE));
        Plan plan = planner.plan(catalog.findings(byHand("mood")));
        assertThat(plan.steps()).extracting(Step::action).containsExactly(Action.NOTE);
        assertThat(plan.changesAnything()).isFalse();
    }

    @Test
    void a_leftover_relation_is_reported_and_changes_nothing_for_the_types_beside_it() {
        catalog.withTable("public", "orders").with(named("orders").read());
        assertThat(actions(planner, byMigration("orders"))).containsExactly(Action.REMOVE, Action.REPORT);
    }

    @Test
    void a_type_is_removed_by_its_owner_or_the_owner_of_its_schema_and_refused_to_others_with_who_may() {
        assertThat(ownedBy(true, false).action()).isEqualTo(Action.REMOVE);
        assertThat(ownedBy(false, true).action()).isEqualTo(Action.REMOVE);
        Step step = ownedBy(false, false);
        assertThat(step.action()).isEqualTo(Action.REFUSE);
        assertThat(step.refusal()).isEqualTo(Refusal.PRIVILEGE);
        assertThat(step.why()).contains("\"anna\"");
    }

    @Test
    void a_type_that_its_undo_would_not_bring_back_whole_is_refused_and_stays_away_if_it_is_renamed() {
        catalog.with(named("mood").loses("the label 'a'").loses("the label 'b'").read())
                .with(quarantined().loses("the label 'c'").read());
        assertThat(steps(planner, byHand("mood")))
                .extracting(Step::action, Step::refusal, Step::why)
                .containsExactly(
                        tuple(
                                Action.REFUSE,
                                Refusal.NOT_UNDOABLE,
                                "Not removed, because its undo would not bring back the label 'a', the label 'b'."),
                        tuple(Action.NOTE, null, ""));
    }

    @Test
    void a_quarantined_type_of_another_owner_waits_for_its_owner() {
        catalog.with(quarantined().owned(false, false).read());
        assertThat(actions(planner, Claims.NONE)).containsExactly(Action.NOTE);
    }

    @Test
    void in_a_damaged_catalog_nothing_is_changed_whatever_was_asked_for() {
        catalog.with(DAMAGE)
                .with(ReadCreator.idleFor(Duration.ofHours(1)))
                .with(ReadCreator.prepared("tx", Duration.ZERO))
                .with(named("mood").read())
                .with(named("foreign").owned(false, false).read())
                .with(quarantined().read())
                .with(quarantined().usedBy("domain d").read());
        Planner eager = new Planner(Set.of("tx"), Duration.ofMinutes(1));
        Plan plan = eager.plan(catalog.findings(byHand("mood", "\"foreign\"")));
        assertThat(plan.steps())
                .extracting(Step::action, Step::refusal)
                .containsExactly(
                        tuple(Action.REPORT, null),
                        tuple(Action.REFUSE, Refusal.DAMAGE),
                        tuple(Action.REFUSE, Refusal.DAMAGE),
                        tuple(Action.REFUSE, Refusal.DAMAGE),
                        tuple(Action.REFUSE, Refusal.DAMAGE),
                        tuple(Action.NOTE, null),
                        tuple(Action.REFUSE, Refusal.DAMAGE));
        assertThat(plan.changesAnything()).isFalse();
        assertThat(plan.steps().get(1).why()).contains("damaged");
    }

    @Test
    void while_a_transaction_creates_something_nothing_is_removed_and_the_creator_is_why_the_run_fails() {
        catalog.with(ReadCreator.busy()).with(named("mood").read());
        List<Step> steps = steps(planner, byHand("mood"));
        assertThat(steps)
                .extracting(Step::action, Step::refusal)
                .containsExactly(tuple(Action.REPORT, null), tuple(Action.REFUSE, Refusal.CREATOR));
        assertThat(steps.get(1).why()).contains("creating something");
    }

    @Test
    void a_creator_that_keeps_nothing_from_being_removed_is_a_note() {
        catalog.with(ReadCreator.busy())
                .with(named("mood").usedBy("domain d").read())
                .with(quarantined().read())
                .with(named("foreign").owned(false, false).read());
        assertThat(actions(planner, byHand("mood", "\"foreign\"")))
                .containsExactly(Action.NOTE, Action.NOTE, Action.NOTE, Action.REFUSE);
    }

    @Test
    void a_creator_of_a_name_that_must_be_free_is_reported_whatever_else_there_is() {
        UncommittedCreation creation =
                new UncommittedCreation(ReadCreator.busy(), Claiming.claim("mood", ClaimSource.ERROR));
        assertThat(planner.plan(List.of(creation)).steps())
                .extracting(Step::action, Step::why)
                .containsExactly(tuple(Action.REPORT, ""));
    }

    @Test
    void a_prepared_transaction_is_reported_and_keeps_types_from_being_removed() {
        catalog.with(ReadCreator.prepared("tx", Duration.ZERO))
                .with(named("mood").read());
        assertThat(actions(new Planner(Set.of("another"), null), byHand("mood")))
                .containsExactly(Action.REPORT, Action.REFUSE);
    }

    @Test
    void a_prepared_transaction_is_why_also_where_a_session_creates_something_since_waiting_is_no_remedy() {
        catalog.with(ReadCreator.busy())
                .with(ReadCreator.prepared("tx", Duration.ZERO))
                .with(named("mood").read());
        assertThat(steps(planner, byHand("mood")))
                .extracting(Step::action, Step::refusal)
                .containsExactlyInAnyOrder(
                        tuple(Action.REPORT, null), tuple(Action.REPORT, null), tuple(Action.REFUSE, Refusal.PREPARED));
    }

    @Test
    void a_prepared_transaction_that_somebody_named_is_rolled_back_and_then_types_can_go() {
        catalog.with(ReadCreator.prepared("tx", Duration.ZERO))
                .with(named("mood").read());
        assertThat(actions(new Planner(Set.of("tx"), null), byHand("mood")))
                .containsExactly(Action.ROLL_BACK, Action.REMOVE);
    }

    private Step ownedBy(boolean type, boolean schema) {
        return planner.plan(new ReadCatalog()
                        .with(named("mood").owned(type, schema).read())
                        .findings(byHand("mood")))
                .steps()
                .get(0);
    }

    private static ReadType quarantined() {
        return named("stale_401_color").quarantinedFrom("color");
    }

    private List<Step> steps(Planner by, Claims claims) {
        return by.plan(catalog.findings(claims)).steps();
    }

    private List<Action> actions(Planner by, Claims claims) {
        return steps(by, claims).stream().map(Step::action).toList();
    }
}

package io.github.cleanstaletypes.internal.plan;

import static io.github.cleanstaletypes.values.Claiming.byHand;
import static io.github.cleanstaletypes.values.ReadType.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.values.ReadCatalog;
import io.github.cleanstaletypes.values.ReadCreator;
import io.github.cleanstaletypes.values.ReadDangling;
import io.github.cleanstaletypes.values.ReadType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of types that a guard has set aside: by that guard, by what runs within it, and by those that come later. */
class SettlementTest {

    private static final String GUARD = "0123456789abcdef";
    private static final String ANOTHER = "fedcba9876543210";

    private final ReadCatalog catalog = new ReadCatalog();
    private final Planner planner = new Planner(Set.of(), null);

    @Test
    void the_guard_gives_a_name_back_that_is_free_and_drops_a_type_whose_name_is_taken_only_after_a_success() {
        catalog.with(setAside().read())
                .with(setAside().nameTaken().read())
                .with(setAside().nameTaken().usedBy("domain d").read());
        assertThat(settled(true)).containsExactly(Action.RESTORE, Action.DISCARD, Action.RESTORE);
        assertThat(settled(false)).containsExactly(Action.RESTORE, Action.NOTE, Action.RESTORE);
    }

    @Test
    void the_guard_leaves_what_another_has_set_aside_what_is_kept_and_what_nobody_has_set_aside() {
        catalog.with(named("stale_401_mood")
                        .setAsideFrom("mood", ANOTHER, false)
                        .read())
                .with(named("stale_401_mood").setAsideFrom("mood", GUARD, true).read())
                .with(named("stale_401_mood").quarantinedFrom("mood").read())
                .with(named("mood").read());
        assertThat(settled(true)).isEmpty();
    }

    @Test
    void the_guard_changes_nothing_in_a_damaged_catalog() {
        catalog.with(ReadDangling.relation(611, "bare", 612)).with(setAside().read());
        assertThat(Settlement.of(catalog.findings(Claims.NONE), GUARD, true).steps())
                .extracting(Step::action, Step::refusal)
                .containsExactly(tuple(Action.REFUSE, Refusal.DAMAGE));
    }

    @Test
    void within_the_guard_that_is_at_work_its_types_are_left_and_those_of_others_are_not() {
        catalog.with(setAside().read())
                .with(named("stale_401_mood")
                        .setAsideFrom("mood", ANOTHER, false)
                        .read());
        Planner within = planner.within(GUARD);
        assertThat(within.plan(catalog.findings(Claims.NONE)).steps())
                .extracting(Step::action, Step::why)
                .containsExactly(
                        tuple(Action.NOTE, "The guard that is at work has set it aside."), tuple(Action.RESTORE, ""));
        assertThat(within.restoration(catalog.findings(Claims.NONE)).steps())
                .extracting(Step::action)
                .containsExactly(Action.RESTORE);
        assertThat(within.afterEnding()
                        .plan(catalog.findings(Claims.NONE))
                        .steps()
                        .get(0)
                        .action())
                .isEqualTo(Action.NOTE);
    }

    @Test
    void what_the_guard_at_work_has_kept_is_no_longer_its_business() {
        catalog.with(named("stale_401_mood").setAsideFrom("mood", GUARD, true).read());
        assertThat(planner.within(GUARD).plan(catalog.findings(Claims.NONE)).steps())
                .extracting(Step::action)
                .containsExactly(Action.RESTORE);
    }

    @Test
    void a_later_run_gives_a_name_back_that_is_free_if_it_owns_the_type() {
        assertThat(later(setAside(), Claims.NONE).action()).isEqualTo(Action.RESTORE);
        Step step = later(setAside().owned(false, true), Claims.NONE);
        assertThat(step.refusal()).isEqualTo(Refusal.PRIVILEGE);
        assertThat(step.why()).contains("\"anna\"");
    }

    @Test
    void a_later_run_drops_a_type_whose_name_is_taken_if_it_may_and_nobody_is_creating_anything() {
        assertThat(later(setAside().nameTaken(), Claims.NONE).action()).isEqualTo(Action.DISCARD);
        assertThat(later(setAside().nameTaken().owned(false, true), Claims.NONE).action())
                .isEqualTo(Action.DISCARD);
        assertThat(later(setAside().nameTaken().owned(false, false), Claims.NONE)
                        .action())
                .isEqualTo(Action.NOTE);
        catalog.with(ReadCreator.busy()).with(setAside().nameTaken().read());
        assertThat(planner.plan(catalog.findings(Claims.NONE)).steps())
                .extracting(Step::action)
                .containsExactly(Action.NOTE, Action.NOTE);
    }

    @Test
    void a_later_run_leaves_what_is_kept_until_somebody_claims_it_by_its_present_name() {
        ReadType kept =
                named("stale_401_mood").setAsideFrom("mood", GUARD, true).nameTaken();
        Step step = later(kept, Claims.NONE);
        assertThat(step.action()).isEqualTo(Action.NOTE);
        assertThat(step.why()).contains("Its name is taken");
        assertThat(later(kept, byHand("stale_401_mood")).action()).isEqualTo(Action.DISCARD);
        assertThat(later(setAside().nameTaken(), Claims.NONE).why()).isEmpty();
    }

    @Test
    void in_a_damaged_catalog_a_later_run_changes_nothing() {
        catalog.with(ReadDangling.relation(611, "bare", 612)).with(setAside().read());
        assertThat(planner.plan(catalog.findings(Claims.NONE)).steps().get(1).refusal())
                .isEqualTo(Refusal.DAMAGE);
    }

    @Test
    void what_holds_bytes_that_are_no_text_is_neither_removed_nor_renamed_back() {
        String name = "m" + (char) 0xDCE4;
        catalog.with(named(name).read())
                .with(named("stale_401_mood").quarantinedFrom(name).read())
                .with(named("stale_402_mood")
                        .quarantinedFrom(name)
                        .usedBy("domain d")
                        .read());
        assertThat(planner.plan(catalog.findings(new Claims(List.of(), true, List.of(), false)))
                        .steps())
                .extracting(Step::action, Step::refusal)
                .containsExactly(
                        tuple(Action.REFUSE, Refusal.ENCODING),
                        tuple(Action.NOTE, null),
                        tuple(Action.REFUSE, Refusal.ENCODING));
    }

    private static ReadType setAside() {
        return named("stale_401_mood").setAsideFrom("mood", GUARD, false);
    }

    private Step later(ReadType type, Claims claims) {
        return planner.plan(new ReadCatalog().with(type.read()).findings(claims))
                .steps()
                .get(0);
    }

    private List<Action> settled(boolean succeeded) {
        return Settlement.of(catalog.findings(Claims.NONE), GUARD, succeeded).steps().stream()
                .map(Step::action)
                .toList();
    }
}

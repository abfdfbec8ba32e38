package io.github.cleanstaletypes.internal.plan;

import static io.github.cleanstaletypes.values.Claiming.byHand;
import static io.github.cleanstaletypes.values.ReadType.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.values.ReadCatalog;
import io.github.cleanstaletypes.values.ReadCreator;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sessions that hold a creation open and are idle for longer than somebody asked to bear are ended, and no others. */
class EndingTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Creator IDLE = ReadCreator.idleFor(LIMIT.plusMillis(1));

    private final Planner planner = new Planner(Set.of(), LIMIT);

    @Test
    void only_a_session_idle_for_longer_than_the_limit_is_ended() {
        assertThat(planner.ends(IDLE)).isTrue();
        assertThat(planner.ends(ReadCreator.idleFor(LIMIT))).isFalse();
        assertThat(planner.ends(ReadCreator.busy())).isFalse();
        assertThat(planner.ends(ReadCreator.hidden())).isFalse();
    }

    @Test
    void nobody_is_ended_unless_somebody_asked_for_it() {
        assertThat(new Planner(Set.of(), null).ends(IDLE)).isFalse();
        assertThat(actions(new Planner(Set.of(), null), IDLE)).containsExactly(Action.REPORT, Action.REFUSE);
    }

    @Test
    void what_kept_a_type_from_being_removed_is_ended_and_the_type_removed_in_one_plan() {
        assertThat(actions(planner, IDLE)).containsExactly(Action.END, Action.REMOVE);
    }

    @Test
    void one_that_may_go_on_keeps_the_type_though_another_is_ended() {
        assertThat(actions(planner, IDLE, ReadCreator.busy()))
                .containsExactly(Action.END, Action.REPORT, Action.REFUSE);
    }

    @Test
    void whoever_is_still_there_after_ending_stays() {
        assertThat(planner.afterEnding().ends(IDLE)).isFalse();
        assertThat(actions(planner.afterEnding(), IDLE)).containsExactly(Action.REPORT, Action.REFUSE);
    }

    @Test
    void after_ending_prepared_transactions_are_still_those_that_somebody_named() {
        Planner after = new Planner(Set.of("tx"), LIMIT).afterEnding();
        assertThat(actions(after, ReadCreator.prepared("tx", Duration.ZERO)))
                .containsExactly(Action.ROLL_BACK, Action.REMOVE);
    }

    @Test
    void a_session_that_cannot_be_seen_is_said_to_be_left_for_that_reason_only_if_ending_was_asked_for() {
        assertThat(why(planner, ReadCreator.hidden())).contains("not visible to this role");
        assertThat(why(planner.afterEnding(), ReadCreator.hidden())).contains("not visible to this role");
        assertThat(why(planner, ReadCreator.busy())).isEmpty();
        assertThat(why(new Planner(Set.of(), null), ReadCreator.hidden())).isEmpty();
    }

    private static String why(Planner planner, Creator creator) {
        return steps(planner, creator).get(0).why();
    }

    private static List<Action> actions(Planner planner, Creator... creators) {
        return steps(planner, creators).stream().map(Step::action).toList();
    }

    private static List<Step> steps(Planner planner, Creator... creators) {
        ReadCatalog catalog = new ReadCatalog().with(named("mood").read());
        List.of(creators).forEach(catalog::with);
        return planner.plan(catalog.findings(byHand("mood"))).steps();
    }
}

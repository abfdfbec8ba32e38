package io.github.cleanstaletypes.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.finding.UncommittedCreation;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.values.ReadCreator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {

    private static final Set<Action> CHANGES =
            EnumSet.of(Action.REMOVE, Action.DISCARD, Action.RESTORE, Action.ROLL_BACK, Action.END, Action.FREE);

    @ParameterizedTest
    @EnumSource(Action.class)
    void one_step_that_changes_the_database_makes_a_plan_that_does(Action action) {
        assertThat(new Plan(List.of(step(Action.NOTE), step(action))).changesAnything())
                .isEqualTo(CHANGES.contains(action));
    }

    @Test
    void only_what_this_role_may_not_do_could_not_be_finished_all_else_was_judged() {
        assertThat(EnumSet.allOf(Refusal.class))
                .filteredOn(Refusal::couldNotFinish)
                .containsExactly(Refusal.PRIVILEGE);
    }

    private static Step step(Action action) {
        return Step.of(UncommittedCreation.of(ReadCreator.busy()), action);
    }
}

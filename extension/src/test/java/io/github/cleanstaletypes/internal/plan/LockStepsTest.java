package io.github.cleanstaletypes.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.history.ToolStateRow.State;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.values.Claiming;
import io.github.cleanstaletypes.values.ReadCatalog;
import io.github.cleanstaletypes.values.ReadDangling;
import io.github.cleanstaletypes.values.ReadToolState;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is planned for a migration that its tool's own table says is not finished. */
class LockStepsTest {

    private static final Claims STRICTLY = Claiming.strictly(Claims.NONE);

    private final Planner planner = new Planner(Set.of(), null);
    private final Planner freeing = planner.freeing(true);

    @Test
    void it_is_reported_if_it_must_be_settled_and_noted_if_not() {
        assertThat(step(planner, ReadToolState.lock(), STRICTLY).action()).isEqualTo(Action.REPORT);
        assertThat(step(planner, ReadToolState.lock(), Claims.NONE).action()).isEqualTo(Action.NOTE);
        assertThat(step(planner.freeing(false), ReadToolState.lock(), Claims.NONE)
                        .action())
                .isEqualTo(Action.NOTE);
    }

    @Test
    void a_lock_is_freed_if_that_is_asked_for_whether_it_must_be_settled_or_not() {
        assertThat(step(freeing, ReadToolState.lock(), Claims.NONE).action()).isEqualTo(Action.FREE);
        assertThat(step(freeing.within("x").afterEnding(), ReadToolState.lock(), STRICTLY)
                        .action())
                .isEqualTo(Action.FREE);
        assertThat(freeing.plan(new ReadCatalog()
                                .with(ReadToolState.lock().read())
                                .findings(Claims.NONE))
                        .changesAnything())
                .isTrue();
    }

    @Test
    void what_is_no_lock_of_knex_or_liquibase_is_never_freed() {
        ReadToolState dirty = ReadToolState.of(MigrationTool.GOLANG_MIGRATE, State.DIRTY, "3");
        assertThat(step(freeing, dirty, STRICTLY).action()).isEqualTo(Action.REPORT);
        assertThat(step(freeing, dirty, Claims.NONE).action()).isEqualTo(Action.NOTE);
    }

    @Test
    void a_lock_that_this_role_may_not_change_stays() {
        Step step = step(freeing, ReadToolState.lock().notOurs(), Claims.NONE);
        assertThat(step.action()).isEqualTo(Action.REFUSE);
        assertThat(step.refusal()).isEqualTo(Refusal.PRIVILEGE);
    }

    @Test
    void a_lock_in_a_table_where_a_change_would_run_somebodys_code_stays() {
        Step step = step(freeing, ReadToolState.lock().with("triggers, rules"), Claims.NONE);
        assertThat(step.action()).isEqualTo(Action.REFUSE);
        assertThat(step.refusal()).isEqualTo(Refusal.OTHERS_CODE);
        assertThat(step.why()).contains("the table has triggers, rules:");
    }

    @Test
    void in_a_damaged_catalog_a_lock_stays() {
        ReadCatalog catalog =
                new ReadCatalog().with(ReadToolState.lock().read()).with(ReadDangling.relation(611, "bare", 612));
        assertThat(freeing.plan(catalog.findings(Claims.NONE)).steps())
                .extracting(Step::refusal)
                .containsExactly(null, Refusal.DAMAGE);
    }

    private static Step step(Planner planner, ReadToolState state, Claims claims) {
        return planner.plan(new ReadCatalog().with(state.read()).findings(claims))
                .steps()
                .get(0);
    }
}

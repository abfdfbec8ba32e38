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
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A restoration concerns quarantined types and nothing else. */
class RestorationTest {

    private final Planner planner = new Planner(Set.of(), null);
    private final ReadCatalog catalog = new ReadCatalog()
            .with(ReadCreator.busy())
            .with(named("mood").read())
            .with(named("used").usedBy("domain d").read())
            .with(named("stale_1_a").quarantinedFrom("a").read())
            .with(named("stale_2_b").quarantinedFrom("b").usedBy("domain d").read());

    @Test
    void every_quarantined_type_gets_its_name_back_used_or_not_and_nothing_else_is_touched() {
        assertThat(planner.restoration(catalog.findings(byHand("mood", "used"))).steps())
                .extracting(step -> step.finding().subject().display(), Step::action)
                .containsExactly(tuple("public.a", Action.RESTORE), tuple("public.b", Action.RESTORE));
    }

    @Test
    void in_a_damaged_catalog_quarantined_types_stay_as_they_are() {
        catalog.with(ReadDangling.relation(611, "bare", 612));
        Plan plan = planner.restoration(catalog.findings(byHand("mood")));
        assertThat(plan.steps())
                .extracting(Step::action, Step::refusal)
                .containsExactly(tuple(Action.REFUSE, Refusal.DAMAGE), tuple(Action.REFUSE, Refusal.DAMAGE));
        assertThat(plan.changesAnything()).isFalse();
    }

    @Test
    void of_several_that_had_one_name_only_the_one_that_is_meant_gets_it_back() {
        ReadCatalog twins = new ReadCatalog()
                .with(named("stale_401_mood").quarantinedFrom("mood").read())
                .with(named("stale_402_mood").quarantinedFrom("mood").read());
        assertThat(planner.restoration(twins.findings(Claims.NONE)).steps())
                .allSatisfy(step -> {
                    assertThat(step.refusal()).isEqualTo(Refusal.NAME_TAKEN);
                    assertThat(step.why())
                            .startsWith("2 types")
                            .contains(
                                    "claiming(\"public.stale_401_mood\").restore() or StaleTypes.in(dataSource).claiming(\"public.stale_402_mood\").restore()");
                })
                .hasSize(2);
        assertThat(planner.restoration(twins.findings(byHand("stale_402_mood"))).steps())
                .extracting(Step::action)
                .containsExactly(Action.REFUSE, Action.RESTORE);
        assertThat(planner.restoration(twins.findings(byHand("stale_401_mood", "stale_402_mood")))
                        .steps())
                .extracting(Step::action)
                .containsExactly(Action.REFUSE, Action.REFUSE);
    }

    @Test
    void a_restoration_changes_the_database_only_if_there_is_something_to_restore() {
        assertThat(planner.restoration(catalog.findings(byHand("mood"))).changesAnything())
                .isTrue();
        assertThat(planner.restoration(new ReadCatalog().findings(byHand("mood")))
                        .changesAnything())
                .isFalse();
    }
}

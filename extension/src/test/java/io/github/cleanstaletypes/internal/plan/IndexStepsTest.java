package io.github.cleanstaletypes.internal.plan;

import static io.github.cleanstaletypes.values.Claiming.byHand;
import static io.github.cleanstaletypes.values.Claiming.byMigration;
import static io.github.cleanstaletypes.values.Claiming.strictly;
import static io.github.cleanstaletypes.values.ReadIndex.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.index.IndexRole;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.finding.InvalidIndex;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.values.ReadCatalog;
import io.github.cleanstaletypes.values.ReadCreator;
import io.github.cleanstaletypes.values.ReadDangling;
import io.github.cleanstaletypes.values.ReadIndex;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is planned for an invalid index. */
class IndexStepsTest {

    private final ReadCatalog catalog = new ReadCatalog();

    @Test
    void a_claimed_one_is_removed_whoever_claims_it_and_no_other() {
        assertThat(action(named("i"), byHand("i"))).isEqualTo(Action.REMOVE);
        assertThat(action(named("i"), byMigration("i"))).isEqualTo(Action.REMOVE);
        assertThat(action(named("i"), Claims.NONE)).isEqualTo(Action.NOTE);
        assertThat(action(named("i"), byMigration("j"))).isEqualTo(Action.NOTE);
        assertThat(action(named("i"), strictly(Claims.NONE))).isEqualTo(Action.REPORT);
    }

    @Test
    void one_in_the_making_is_left_to_its_builder_and_fails_only_where_its_name_must_be_free() {
        ReadIndex index = named("i").builtBy(4711);
        Step step = step(index, byMigration("i"));
        assertThat(step.action()).isEqualTo(Action.REFUSE);
        assertThat(step.refusal()).isEqualTo(Refusal.BUSY);
        assertThat(step.why()).isEqualTo("It is left to the session that builds it.");
        assertThat(action(index, byHand("i"))).isEqualTo(Action.NOTE);
        assertThat(action(index, strictly(Claims.NONE))).isEqualTo(Action.NOTE);
        assertThat(action(index, Claims.NONE)).isEqualTo(Action.NOTE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
    void one_that_something_else_needs_is_told_only(IndexRole role) {
        assertThat(action(named("i").of(role), byMigration("i"))).isEqualTo(Action.REPORT);
        assertThat(action(named("i").of(role), byHand("i"))).isEqualTo(Action.NOTE);
        assertThat(action(named("i").of(role), Claims.NONE)).isEqualTo(Action.NOTE);
    }

    @Test
    void one_that_could_not_be_described_is_left_as_is_one_that_no_text_describes() {
        Step held = step(named("i").held(), byHand("i"));
        assertThat(held.refusal()).isEqualTo(Refusal.BUSY);
        assertThat(held.why()).contains("another session holds its table");
        String bytes = "i\uDC80";
        InvalidIndex inexact = (InvalidIndex) new ReadCatalog()
                .with(named(bytes).read())
                .findings(strictly(Claims.NONE))
                .get(0);
        InvalidIndex claimed =
                new InvalidIndex(inexact.index(), byHand("i").claims().get(0), true);
        Step step = new Planner(Set.of(), null).plan(List.of(claimed)).steps().get(0);
        assertThat(step.refusal()).isEqualTo(Refusal.ENCODING);
        assertThat(step.why()).contains("no text");
    }

    @Test
    void one_of_another_owner_is_refused_with_who_may() {
        Step step = step(named("i").ofAnotherOwner(), byHand("i"));
        assertThat(step.action()).isEqualTo(Action.REFUSE);
        assertThat(step.refusal()).isEqualTo(Refusal.PRIVILEGE);
        assertThat(step.why()).contains("only the owner of its table \"anna\" may");
    }

    @Test
    void while_a_transaction_creates_something_or_the_catalog_is_damaged_it_stays() {
        catalog.with(ReadCreator.busy());
        assertThat(step(named("i"), byHand("i")).refusal()).isEqualTo(Refusal.CREATOR);
        catalog.with(ReadCreator.prepared("tx", Duration.ZERO));
        assertThat(step(named("i"), byHand("i")).refusal()).isEqualTo(Refusal.PREPARED);
        catalog.with(ReadDangling.relation(611, "bare", 612));
        assertThat(step(named("i"), byHand("i")).refusal()).isEqualTo(Refusal.DAMAGE);
        assertThat(action(named("i"), Claims.NONE)).isEqualTo(Action.NOTE);
    }

    private Action action(ReadIndex index, Claims claims) {
        return step(index, claims).action();
    }

    /** The step of the last index. */
    private Step step(ReadIndex index, Claims claims) {
        catalog.with(index.read());
        return new Planner(Set.of(), null)
                .plan(catalog.findings(claims)).steps().stream()
                        .filter(step -> step.finding() instanceof InvalidIndex)
                        .reduce((first, last) -> last)
                        .orElseThrow();
    }
}

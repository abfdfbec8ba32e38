package io.github.cleanstaletypes.internal.finding;

import static io.github.cleanstaletypes.values.Claiming.byHand;
import static io.github.cleanstaletypes.values.Claiming.byMigration;
import static io.github.cleanstaletypes.values.Claiming.strictly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.cleanstaletypes.internal.catalog.DetachRow;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.plan.Action;
import io.github.cleanstaletypes.internal.plan.Planner;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.values.Claiming;
import io.github.cleanstaletypes.values.ReadCatalog;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a partition that is half detached is judged to be, and what is said of it. */
class DetachInWordsTest {

    @Test
    void a_claim_on_the_partition_or_on_its_table_makes_it_more_than_a_note() {
        assertThat(action(Claims.NONE)).isEqualTo(Action.NOTE);
        assertThat(action(byHand("part"))).isEqualTo(Action.NOTE);
        assertThat(action(byMigration("other"))).isEqualTo(Action.NOTE);
        assertThat(action(byMigration("part"))).isEqualTo(Action.REPORT);
        assertThat(action(byMigration("whole"))).isEqualTo(Action.REPORT);
        assertThat(action(strictly(Claims.NONE))).isEqualTo(Action.REPORT);
        assertThat(only(byHand("whole"), null).claim()).isEqualTo(Claiming.claim("whole", ClaimSource.HAND));
        assertThat(only(Claims.NONE, null).claim()).isNull();
        assertThat(new ReadCatalog().with(row(null)).findings(Claiming.within(Claims.NONE, "other")))
                .isEmpty();
    }

    @Test
    void it_says_what_follows_and_what_finishes_it() {
        PendingDetach finding = only(Claims.NONE, null);
        assertThat(finding.subject()).isEqualTo(Subjects.of("public", "part", 901, "partition"));
        assertThat(finding.raises()).isEqualTo("55000");
        assertThat(finding.undo()).isEmpty();
        assertThat(finding.explanation())
                .isEqualTo(
                        "The partition public.part is half detached from public.whole: a DETACH PARTITION CONCURRENTLY of it was"
                                + " cancelled, or its client is gone. Queries of public.whole no longer see its rows; a change of it, and the"
                                + " next DETACH PARTITION CONCURRENTLY there, fail with 55000.");
        assertThat(finding.remedy())
                .isEqualTo(
                        "Finish it: ALTER TABLE public.whole DETACH PARTITION public.part FINALIZE; To have it back as a partition,"
                                + " attach it again after that.");
        assertThat(finding.evidence()).containsExactly(entry("table", "public.whole"), entry("owner", "anna"));
    }

    @Test
    void one_that_a_session_is_at_is_left_to_it() {
        PendingDetach finding = only(Claims.NONE, 4711L);
        assertThat(finding.explanation())
                .contains(
                        "half detached from public.whole: the session with pid 4711 is detaching a partition at this moment. Queries of");
        assertThat(finding.remedy())
                .isEqualTo(
                        "Let that session finish, and look again: StaleTypes.in(dataSource).check(). If it does not: ALTER TABLE public.whole DETACH PARTITION"
                                + " public.part FINALIZE;");
        assertThat(finding.evidence()).containsEntry("being_detached_by_pid", 4711L);
    }

    private static Action action(Claims claims) {
        List<Step> steps =
                new Planner(Set.of(), null).plan(List.of(only(claims, null))).steps();
        return steps.get(0).action();
    }

    private static PendingDetach only(Claims claims, @Nullable Long detacher) {
        List<CatalogFinding> findings = new ReadCatalog().with(row(detacher)).findings(claims);
        assertThat(findings).singleElement().isInstanceOf(PendingDetach.class);
        return (PendingDetach) findings.get(0);
    }

    private static DetachRow row(@Nullable Long detacher) {
        return new DetachRow(901, "public", "part", "public", "whole", "anna", detacher);
    }
}

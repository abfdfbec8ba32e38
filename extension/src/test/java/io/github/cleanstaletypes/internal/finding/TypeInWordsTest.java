package io.github.cleanstaletypes.internal.finding;

import static io.github.cleanstaletypes.values.Claiming.byHand;
import static io.github.cleanstaletypes.values.Claiming.byMigration;
import static io.github.cleanstaletypes.values.ReadType.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.Relation;
import io.github.cleanstaletypes.internal.catalog.RowCount;
import io.github.cleanstaletypes.internal.catalog.RowCount.Certainty;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.catalog.TypeKind;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.values.Claiming;
import io.github.cleanstaletypes.values.ReadCatalog;
import io.github.cleanstaletypes.values.ReadCreator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a finding about a type or a relation says of it: the error to expect, what uses it, and a command that fits its kind. */
class TypeInWordsTest {

    @ParameterizedTest
    @EnumSource(TypeKind.class)
    void a_type_raises_what_a_create_of_its_name_meets_first_and_the_explanation_agrees(TypeKind kind) {
        String raised = kind == TypeKind.COMPOSITE ? "42P07" : "42710";
        for (StandaloneType type : List.of(
                named("mood").kind(kind).read(),
                named("mood").kind(kind).usedBy("domain d").read())) {
            CatalogFinding finding = only(type, byHand("mood"));
            assertThat(finding.raises()).isEqualTo(raised);
            assertThat(finding.explanation()).contains("The " + kind.word() + " public.mood", raised);
        }
    }

    @Test
    void a_composite_type_makes_a_create_if_not_exists_lie_and_a_range_takes_its_multirange_s_name_too() {
        assertThat(only(named("pair").kind(TypeKind.COMPOSITE).read(), byHand("pair"))
                        .explanation())
                .contains("IF NOT EXISTS");
        assertThat(only(named("span").kind(TypeKind.RANGE).read(), byHand("span"))
                        .explanation())
                .contains("multirange");
    }

    @ParameterizedTest
    @CsvSource({"ENUM, DROP TYPE", "COMPOSITE, DROP TYPE", "RANGE, DROP TYPE", "DOMAIN, DROP DOMAIN"})
    void the_command_to_paste_fits_the_kind_and_never_takes_more_than_the_type(TypeKind kind, String drop) {
        CatalogFinding finding = only(named("My Mood").kind(kind).read(), byHand("\"My Mood\""));
        assertThat(finding.remedy())
                .contains(drop + " public.\"My Mood\" RESTRICT;")
                .doesNotContain("CASCADE");
    }

    @Test
    void a_type_that_is_set_aside_says_by_whom_and_how_to_have_it_back_or_away() {
        CatalogFinding finding = only(
                named("stale_401_mood")
                        .setAsideFrom("mood", "0123456789abcdef", false)
                        .read(),
                Claims.NONE);
        assertThat(finding.explanation()).contains("public.mood", "\"stale_401_mood\"", "by a guard");
        assertThat(finding.remedy()).contains(Calls.RESTORE, Calls.clean("public.stale_401_mood"));
    }

    @Test
    void a_report_calls_a_type_by_its_schema_only_if_that_was_written_or_is_not_public() {
        StandaloneType elsewhere = named("mood").in("app").read();
        assertThat(label(named("mood").read(), "public.mood")).isEqualTo("mood");
        assertThat(label(elsewhere, "mood")).isEqualTo("mood");
        assertThat(label(elsewhere, "app.mood")).isEqualTo("app.mood");
        assertThat(new UnusedType(elsewhere, null).inReport().label()).isEqualTo("app.mood");
        assertThat(new UncommittedCreation(ReadCreator.busy(), Claiming.claim("mood", ClaimSource.ERROR))
                        .inReport()
                        .label())
                .isEqualTo("mood");
    }

    private static String label(StandaloneType type, String claimed) {
        return new UnusedType(type, Claiming.claim(claimed, ClaimSource.HAND))
                .inReport()
                .label();
    }

    @Test
    void a_quarantined_type_says_what_it_is_called_now_and_how_to_have_it_back() {
        CatalogFinding unused =
                only(named("stale_401_mood").quarantinedFrom("mood").read(), Claims.NONE);
        assertThat(unused.explanation()).contains("public.mood", "\"stale_401_mood\"", "nothing uses it");
        assertThat(unused.remedy()).contains("restore").doesNotContain("DROP");
        CatalogFinding used = only(
                named("stale_401_mood")
                        .quarantinedFrom("mood")
                        .usedBy("domain d")
                        .read(),
                Claims.NONE);
        assertThat(used.explanation()).contains("public.mood", "\"stale_401_mood\"", "is used by domain d");
        assertThat(used.remedy()).contains("restore").doesNotContain("DROP");
    }

    @Test
    void a_type_in_use_names_its_first_user_and_counts_the_others_which_are_all_evidence() {
        CatalogFinding one = only(named("mood").usedBy("domain a").read(), byHand("mood"));
        assertThat(one.explanation()).contains("is used by domain a, so it is never removed");
        CatalogFinding three = only(
                named("mood")
                        .usedBy("domain a")
                        .usedBy("domain b")
                        .usedBy("domain c")
                        .read(),
                byHand("mood"));
        assertThat(three.explanation()).contains("is used by domain a and 2 more, so it is never removed");
        assertThat(three.evidence())
                .containsEntry("owner", "anna")
                .containsEntry("dependents", List.of("domain a", "domain b", "domain c"))
                .doesNotContainKey("quarantined_as");
        assertThat(three.remedy()).contains("CASCADE would drop every column");
    }

    @Test
    void an_unused_type_s_evidence_is_that_nothing_depends_on_it() {
        assertThat(only(named("mood").read(), byHand("mood")).evidence())
                .containsEntry("owner", "anna")
                .containsEntry("dependents", List.of())
                .doesNotContainKey("quarantined_as");
    }

    @ParameterizedTest
    @CsvSource({
        "table, 3, COUNTED, exists with 3 rows:, TABLE",
        "table, 1, COUNTED, exists with 1 row:, TABLE",
        "partitioned table, 900, AT_LEAST, exists with more than 900 rows:, TABLE",
        "foreign table, -1, UNKNOWN, exists with an unknown number of rows:, TABLE",
        "materialized view, 7, ESTIMATED, exists with about 7 rows:, MATERIALIZED VIEW",
        "view, -1, UNKNOWN, exists:, VIEW",
        "sequence, -1, UNKNOWN, exists:, SEQUENCE",
        "index, -1, UNKNOWN, exists:, INDEX"
    })
    void a_leftover_relation_says_how_much_it_holds_and_how_to_move_it_away(
            String kind, long rows, Certainty certainty, String words, String alter) {
        CatalogFinding finding = leftover(kind, new RowCount(rows, certainty));
        assertThat(finding.explanation()).contains("The " + kind + " public.orders " + words, "42P07");
        assertThat(finding.remedy())
                .contains("ALTER " + alter + " public.orders RENAME TO")
                .doesNotContain("DROP");
        assertThat(finding.raises()).isEqualTo("42P07");
        assertThat(finding.subject()).isEqualTo(Subjects.of("public", "orders", 501, kind));
    }

    @Test
    void a_leftover_relation_s_rows_are_evidence_with_how_sure_they_are_as_far_as_it_holds_any() {
        assertThat(leftover("table", new RowCount(0, Certainty.COUNTED)).evidence())
                .containsEntry("rows", 0L)
                .containsEntry("rows_are", "counted");
        assertThat(leftover("table", new RowCount(-1, Certainty.UNKNOWN)).evidence())
                .containsOnlyKeys("rows_are");
        assertThat(leftover("view", new RowCount(-1, Certainty.UNKNOWN)).evidence())
                .isEmpty();
    }

    private static CatalogFinding leftover(String kind, RowCount rows) {
        return new ReadCatalog()
                .with(new Relation(501, "public", "orders", kind, rows))
                .findings(byMigration("orders"))
                .get(0);
    }

    private static CatalogFinding only(StandaloneType type, Claims claims) {
        return new ReadCatalog().with(type).findings(claims).get(0);
    }
}

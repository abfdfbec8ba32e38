package io.github.cleanstaletypes.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.DanglingRow;
import io.github.cleanstaletypes.internal.catalog.integrity.IndexDamage;
import io.github.cleanstaletypes.internal.catalog.integrity.TornRow;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.values.Claiming;
import io.github.cleanstaletypes.values.ReadCatalog;
import io.github.cleanstaletypes.values.ReadDangling;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Damage is told once for each cause: what may only seem damaged because of it is its evidence. */
class DamageFoundTest {

    private static final DanglingRow ROW_TYPE = ReadDangling.rowType(601, "lost", 602);
    private static final DanglingRow RELATION = ReadDangling.relation(611, "bare", 612);
    private static final IndexDamage BY_NAME =
            new IndexDamage("pg_type_typname_nsp_index", "pg_type", List.of("public.a"), List.of("public.b"), null);
    private static final IndexDamage BY_OID =
            new IndexDamage("pg_class_oid_index", "pg_class", List.of(), List.of(), "item order invariant violated");

    private final ReadCatalog catalog = new ReadCatalog();

    @Test
    void each_cause_is_found_whatever_schemas_and_names_were_asked_for() {
        catalog.with(ROW_TYPE).with(array(621, 622)).with(RELATION).with(BY_NAME);
        assertThat(codes(Claims.NONE))
                .containsExactly(
                        FindingCode.DAMAGED_INDEX,
                        FindingCode.ORPHAN_ROW_TYPE,
                        FindingCode.ORPHAN_ARRAY_TYPE,
                        FindingCode.RELATION_WITHOUT_TYPE);
        assertThat(codes(Claiming.everyUnused("elsewhere"))).hasSize(4);
        assertThat(catalog.findings(Claims.NONE))
                .allSatisfy(finding -> assertThat(finding.claim()).isNull())
                .allSatisfy(finding -> assertThat(finding.code().damage()).isTrue());
    }

    @Test
    void the_array_of_a_row_type_that_is_told_already_is_no_second_cause() {
        catalog.with(ROW_TYPE).with(array(603, ROW_TYPE.oid()));
        assertThat(codes(Claims.NONE)).containsExactly(FindingCode.ORPHAN_ROW_TYPE);
    }

    @Test
    void the_array_of_a_relation_s_lost_type_is_no_second_cause() {
        catalog.with(RELATION).with(array(613, RELATION.target()));
        assertThat(codes(Claims.NONE)).containsExactly(FindingCode.RELATION_WITHOUT_TYPE);
    }

    @Test
    void what_points_to_rows_that_cannot_be_seen_is_their_evidence() {
        catalog.with(torn("public", "orders", true)).with(ROW_TYPE).with(BY_NAME);
        assertThat(codes(Claims.NONE)).containsExactly(FindingCode.INVISIBLE_ROW);
        assertThat(catalog.findings(Claims.NONE).get(0).evidence())
                .containsEntry("others", List.of("ORPHAN_ROW_TYPE public.lost"))
                .containsEntry("indexes", List.of("pg_type_typname_nsp_index: 1 rows missing, 1 too many"));
    }

    @Test
    void what_only_an_index_by_oid_does_not_lead_to_is_the_index_s_evidence() {
        catalog.with(BY_OID).with(BY_NAME).with(ROW_TYPE);
        List<CatalogFinding> findings = catalog.findings(Claims.NONE);
        assertThat(findings)
                .extracting(CatalogFinding::code)
                .containsExactly(FindingCode.DAMAGED_INDEX, FindingCode.DAMAGED_INDEX);
        assertThat(findings.get(0).evidence()).containsEntry("others", List.of("ORPHAN_ROW_TYPE public.lost"));
        assertThat(findings.get(1).evidence()).containsEntry("others", List.of());
    }

    @Test
    void an_index_by_oid_makes_what_is_there_seem_gone_and_one_by_name_lets_a_second_in() {
        catalog.with(BY_OID).with(BY_NAME);
        List<CatalogFinding> findings = catalog.findings(Claims.NONE);
        assertThat(findings).extracting(CatalogFinding::raises).containsExactly("XX000", "23505");
        assertThat(findings.get(0).explanation()).contains("pg_class_oid_index", "pg_class", "seem to be gone");
        assertThat(findings.get(1).explanation()).contains("pg_type_typname_nsp_index", "makes a second one");
        assertThat(findings.get(0).remedy()).contains("REINDEX INDEX pg_catalog.pg_class_oid_index;");
        assertThat(findings.get(0).subject()).isEqualTo(Subjects.of("pg_catalog", "pg_class_oid_index", 0, "index"));
        assertThat(findings.get(0).evidence()).containsEntry("message", "item order invariant violated");
        assertThat(findings.get(1).evidence())
                .containsEntry("unindexed", List.of("public.a"))
                .containsEntry("surplus", List.of("public.b"))
                .doesNotContainKey("message");
    }

    @Test
    void an_invisible_row_is_named_by_the_table_that_people_know() {
        catalog.with(torn("pg_toast", "pg_toast_9", false))
                .with(torn(null, null, false))
                .with(torn("public", "orders", false));
        assertThat(catalog.findings(Claims.NONE).get(0).subject())
                .isEqualTo(Subjects.of("public", "orders", 0, "invisible row"));
    }

    @Test
    void an_invisible_row_without_a_name_is_named_by_its_catalog() {
        catalog.with(torn(null, null, false));
        assertThat(catalog.findings(Claims.NONE).get(0).subject())
                .isEqualTo(Subjects.of("pg_catalog", "pg_class", 0, "catalog"));
    }

    @Test
    void invisible_rows_are_proved_if_one_of_them_is_and_the_advice_is_the_same_otherwise() {
        CatalogFinding likely =
                catalog.with(torn("public", "a", false)).findings(Claims.NONE).get(0);
        CatalogFinding proved =
                catalog.with(torn("public", "b", true)).findings(Claims.NONE).get(0);
        assertThat(likely.evidence()).containsEntry("certainty", "likely").containsEntry("row_count", 1L);
        assertThat(proved.evidence()).containsEntry("certainty", "proved").containsEntry("row_count", 2L);
        assertThat(likely.explanation()).contains("seems to hold");
        assertThat(proved.explanation()).doesNotContain("seems");
        assertThat(likely.remedy()).isEqualTo(proved.remedy()).startsWith("Stop the server now");
        assertThat(proved.raises()).isEqualTo("23505");
    }

    @Test
    void of_very_many_rows_all_count_and_some_are_shown() {
        IntStream.range(0, 100).forEach(i -> catalog.with(torn("public", "t" + i, true)));
        assertThat(catalog.findings(Claims.NONE).get(0).evidence())
                .containsEntry("row_count", 100L)
                .hasEntrySatisfying("rows", rows -> assertThat((List<?>) rows).hasSize(20));
    }

    @Test
    void an_orphaned_row_type_says_which_relation_is_gone_and_what_of_it_survives() {
        CatalogFinding finding = catalog.with(ROW_TYPE).findings(Claims.NONE).get(0);
        assertThat(finding.subject()).isEqualTo(Subjects.of("public", "lost", 601, "row type"));
        assertThat(finding.raises()).isEqualTo("42710");
        assertThat(finding.explanation()).contains("public.lost", "602", "may still hold its data");
        assertThat(finding.remedy()).contains("Change nothing", "copy the data directory");
        assertThat(finding.evidence())
                .containsEntry("relation", 602L)
                .containsEntry("columns", List.of("id"))
                .containsEntry("indexes", List.of("lost_pkey"))
                .containsEntry("array_type", "_lost");
    }

    @Test
    void an_orphaned_array_type_says_whether_its_element_is_gone_or_does_not_point_back() {
        catalog.with(array(621, 622)).with(ReadDangling.arrayType(631, "_color", 632, "color", "public.t.c"));
        List<CatalogFinding> findings = catalog.findings(Claims.NONE);
        assertThat(findings.get(0).explanation()).contains("public._mood", "622", "pg_type lacks");
        assertThat(findings.get(1).explanation()).contains("public._color", "\"color\"", "does not point back");
        assertThat(findings.get(0).evidence()).doesNotContainKey("element_name");
        assertThat(findings.get(1).evidence())
                .containsEntry("element", 632L)
                .containsEntry("element_name", "color")
                .containsEntry("columns", List.of("public.t.c"));
        assertThat(findings.get(0).subject()).isEqualTo(Subjects.of("public", "_mood", 621, "array type"));
        assertThat(findings.get(0).raises()).isEqualTo("42710");
        assertThat(findings.get(0).remedy()).contains("Change nothing before the data directory is copied");
    }

    @Test
    void a_relation_without_its_type_says_how_to_read_its_rows() {
        CatalogFinding finding = catalog.with(RELATION).findings(Claims.NONE).get(0);
        assertThat(finding.subject()).isEqualTo(Subjects.of("public", "bare", 611, "relation"));
        assertThat(finding.raises()).isEqualTo("XX000");
        assertThat(finding.explanation()).contains("public.bare", "612");
        assertThat(finding.remedy()).contains("COPY (SELECT … FROM public.bare) TO");
        assertThat(finding.evidence()).containsEntry("type", 612L);
    }

    private List<FindingCode> codes(Claims claims) {
        return catalog.findings(claims).stream().map(CatalogFinding::code).toList();
    }

    private static DanglingRow array(long oid, long element) {
        return ReadDangling.arrayType(oid, "_mood", element, null);
    }

    private static TornRow torn(String schema, String name, boolean proved) {
        return new TornRow("pg_class", schema, name, "xmin in the future", proved);
    }
}

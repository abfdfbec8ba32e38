package io.github.cleanstaletypes.internal.finding;

import static io.github.cleanstaletypes.values.ReadType.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.DetachRow;
import io.github.cleanstaletypes.internal.catalog.integrity.IndexDamage;
import io.github.cleanstaletypes.internal.catalog.integrity.TornRow;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.values.Claiming;
import io.github.cleanstaletypes.values.ReadCatalog;
import io.github.cleanstaletypes.values.ReadCreator;
import io.github.cleanstaletypes.values.ReadDangling;
import io.github.cleanstaletypes.values.ReadIndex;
import io.github.cleanstaletypes.values.ReadToolState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each code has its record, and a catalog that leads to it. Who adds a code is led here by the compiler. */
class EachFindingTest {

    @Test
    void each_code_has_a_record_of_its_name() {
        assertThat(records(CatalogFinding.class)
                        .map(record -> record.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_"))
                        .map(name -> name.toUpperCase(Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(FindingCode.values()).map(FindingCode::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void each_code_is_found_where_a_pending_migration_claims_the_name(FindingCode code) {
        assertThat(found(code)).extracting(Finding::code).containsExactly(code);
    }

    @ParameterizedTest
    @EnumSource
    void each_finding_says_what_it_is_what_to_do_and_gives_evidence_that_each_format_can_show(FindingCode code) {
        assertThat(found(code)).allSatisfy(finding -> {
            assertThat(finding.explanation()).endsWith(".");
            assertThat(finding.remedy()).isNotBlank();
            assertThat(finding.evidence().values())
                    .allSatisfy(fact ->
                            assertThat(fact).isInstanceOfAny(String.class, Long.class, Boolean.class, List.class));
        });
    }

    private static List<Finding> found(FindingCode code) {
        return situation(code).findings(Claiming.byMigration("accounts_user")).stream()
                .map(CatalogFinding::inReport)
                .toList();
    }

    /** The least that a server must tell. */
    private static ReadCatalog situation(FindingCode code) {
        ReadCatalog catalog = new ReadCatalog();
        return switch (code) {
            case UNUSED_TYPE -> catalog.with(named("accounts_user").read());
            case TYPE_IN_USE ->
                catalog.with(named("accounts_user").usedBy("domain d").read());
            case LEFTOVER_RELATION -> catalog.withTable("public", "accounts_user");
            case INVALID_INDEX -> catalog.with(ReadIndex.named("accounts_user").read());
            case PENDING_DETACH ->
                catalog.with(new DetachRow(901, "public", "accounts_user", "public", "people", "anna", null));
            case UNCOMMITTED_CREATION -> catalog.with(ReadCreator.busy());
            case PREPARED_CREATION -> catalog.with(ReadCreator.prepared("left-behind", Duration.ofHours(1)));
            case UNFINISHED_MIGRATION -> catalog.with(ReadToolState.lock().read());
            case ORPHAN_ROW_TYPE -> catalog.with(ReadDangling.rowType(601, "lost", 602));
            case ORPHAN_ARRAY_TYPE -> catalog.with(ReadDangling.arrayType(621, "_mood", 622, null));
            case RELATION_WITHOUT_TYPE -> catalog.with(ReadDangling.relation(611, "bare", 612));
            case INVISIBLE_ROW -> catalog.with(new TornRow("pg_class", "public", "orders", "xmin in the future", true));
            case DAMAGED_INDEX ->
                catalog.with(new IndexDamage("pg_type_oid_index", "pg_type", List.of("601 public.a"), List.of(), null));
        };
    }

    private static Stream<Class<?>> records(Class<?> of) {
        return of.isSealed() ? Stream.of(of.getPermittedSubclasses()).flatMap(EachFindingTest::records) : Stream.of(of);
    }
}

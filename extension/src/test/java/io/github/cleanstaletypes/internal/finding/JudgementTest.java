package io.github.cleanstaletypes.internal.finding;

import static io.github.cleanstaletypes.values.Claiming.all;
import static io.github.cleanstaletypes.values.Claiming.byHand;
import static io.github.cleanstaletypes.values.Claiming.byMigration;
import static io.github.cleanstaletypes.values.Claiming.claim;
import static io.github.cleanstaletypes.values.Claiming.everyUnused;
import static io.github.cleanstaletypes.values.Claiming.strictly;
import static io.github.cleanstaletypes.values.ReadType.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.TypeKind;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.values.ReadCatalog;
import io.github.cleanstaletypes.values.ReadCreator;
import io.github.cleanstaletypes.values.ReadDangling;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a type, a relation or a transaction is judged to be. */
class JudgementTest {

    private final ReadCatalog catalog = new ReadCatalog();

    @Test
    void a_claimed_type_that_nothing_uses_is_unused_and_can_be_recreated() {
        catalog.with(named("mood").read());
        UnusedType finding = only(byHand("mood"), UnusedType.class);
        assertThat(finding.code()).isEqualTo(FindingCode.UNUSED_TYPE);
        assertThat(finding.undo()).contains("CREATE TYPE public.mood AS ENUM ();");
        assertThat(finding.claim()).isEqualTo(claim("mood", ClaimSource.HAND));
        assertThat(finding.subject()).isEqualTo(Subjects.of("public", "mood", 401, "enum"));
    }

    @Test
    void a_claimed_type_that_something_uses_is_in_use_with_every_user_and_nothing_to_undo() {
        catalog.with(named("mood")
                        .usedBy("column c of table t")
                        .usedBy("domain d")
                        .read())
                .withBody("function f()", "SELECT NULL::mood");
        TypeInUse finding = only(byHand("mood"), TypeInUse.class);
        assertThat(finding.code()).isEqualTo(FindingCode.TYPE_IN_USE);
        assertThat(finding.users()).containsExactly("column c of table t", "domain d", "body of function f()");
        assertThat(finding.undo()).isEmpty();
        assertThat(finding.claim()).isEqualTo(claim("mood", ClaimSource.HAND));
    }

    @Test
    void a_type_in_use_is_in_the_way_of_a_migration_but_a_sign_of_health_to_a_person_who_is_not_strict() {
        catalog.with(named("mood").usedBy("column c of table t").read());
        assertThat(only(byHand("mood"), TypeInUse.class).demanded()).isFalse();
        assertThat(only(strictly(byHand("mood")), TypeInUse.class).demanded()).isTrue();
        assertThat(only(byMigration("mood"), TypeInUse.class).demanded()).isTrue();
        assertThat(only(all(claim("mood", ClaimSource.ERROR)), TypeInUse.class).demanded())
                .isTrue();
    }

    @Test
    void a_relation_of_a_claimed_name_is_found_only_if_the_name_must_be_free() {
        catalog.withTable("public", "orders");
        assertThat(catalog.findings(byHand("orders"))).isEmpty();
        assertThat(only(strictly(byHand("orders")), LeftoverRelation.class).code())
                .isEqualTo(FindingCode.LEFTOVER_RELATION);
        assertThat(only(byMigration("orders"), LeftoverRelation.class).claim())
                .isEqualTo(claim("orders", ClaimSource.MIGRATION));
    }

    @Test
    void a_quarantined_type_is_found_whatever_is_claimed_under_its_original_name() {
        catalog.with(named("stale_401_mood").quarantinedFrom("mood").read());
        UnusedType finding = only(Claims.NONE, UnusedType.class);
        assertThat(finding.claim()).isNull();
        assertThat(finding.subject().display()).isEqualTo("public.mood");
        assertThat(finding.evidence()).containsEntry("quarantined_as", "stale_401_mood");
    }

    @Test
    void a_quarantined_type_that_turned_out_to_be_used_is_in_use_and_nobody_demands_its_name() {
        catalog.with(named("stale_401_mood")
                .quarantinedFrom("mood")
                .usedBy("column c of table t")
                .read());
        TypeInUse finding = only(byMigration("mood"), TypeInUse.class);
        assertThat(finding.demanded()).isFalse();
        assertThat(finding.claim()).isNull();
        assertThat(finding.evidence()).containsEntry("quarantined_as", "stale_401_mood");
    }

    @Test
    void a_body_that_mentions_the_original_name_of_a_quarantined_type_uses_it_unless_another_has_that_name_now() {
        catalog.withBody("function f()", "SELECT NULL::mood")
                .with(named("stale_401_mood").quarantinedFrom("mood").read());
        only(Claims.NONE, TypeInUse.class);
        ReadCatalog taken = new ReadCatalog()
                .withBody("function f()", "SELECT NULL::mood")
                .with(named("stale_401_mood")
                        .quarantinedFrom("mood")
                        .nameTaken()
                        .read());
        assertThat(taken.findings(Claims.NONE)).singleElement().isInstanceOf(UnusedType.class);
    }

    @Test
    void a_body_that_mentions_a_type_by_the_name_of_its_array_uses_it_once() {
        catalog.with(named("mood").alsoCalled("_mood", "moods").read())
                .withBody("function f()", "DECLARE m _mood; n moods; o mood;")
                .withBody("function g()", "DECLARE m color;");
        assertThat(only(byHand("mood"), TypeInUse.class).users()).containsExactly("body of function f()");
    }

    @Test
    void a_type_of_an_extension_is_used_by_it() {
        catalog.with(named("hstore").ofExtension("hstore").read());
        assertThat(only(byHand("hstore"), TypeInUse.class).users())
                .singleElement()
                .asString()
                .contains("extension hstore");
    }

    @Test
    void a_type_that_cannot_be_dropped_on_its_own_is_never_unused() {
        catalog.with(named("mood").kind(TypeKind.BASE).read());
        assertThat(only(byHand("mood"), TypeInUse.class).users())
                .singleElement()
                .asString()
                .contains("server", "base");
        ReadCatalog used = new ReadCatalog()
                .with(named("m").kind(TypeKind.MULTIRANGE).usedBy("table t").read());
        assertThat(((TypeInUse) used.findings(byHand("m")).get(0)).users()).containsExactly("table t");
        assertThat(catalog.findings(everyUnused())).isEmpty();
    }

    @Test
    void a_transaction_that_creates_something_is_found_whatever_is_claimed() {
        catalog.with(ReadCreator.busy()).with(ReadCreator.prepared("tx", Duration.ofHours(1)));
        assertThat(catalog.findings(Claims.NONE))
                .extracting(CatalogFinding::code)
                .containsExactly(FindingCode.UNCOMMITTED_CREATION, FindingCode.PREPARED_CREATION);
    }

    @Test
    void findings_come_in_the_order_in_which_they_matter() {
        catalog.withTable("public", "orders")
                .with(named("mood").read())
                .with(ReadCreator.busy())
                .with(ReadDangling.rowType(601, "lost", 602));
        assertThat(catalog.findings(all(claim("orders", ClaimSource.MIGRATION), claim("mood", ClaimSource.MIGRATION))))
                .extracting(CatalogFinding::code)
                .containsExactly(
                        FindingCode.ORPHAN_ROW_TYPE,
                        FindingCode.UNCOMMITTED_CREATION,
                        FindingCode.UNUSED_TYPE,
                        FindingCode.LEFTOVER_RELATION);
    }

    private <F extends CatalogFinding> F only(Claims claims, Class<F> kind) {
        List<CatalogFinding> findings = catalog.findings(claims);
        assertThat(findings).singleElement().isInstanceOf(kind);
        return kind.cast(findings.get(0));
    }
}

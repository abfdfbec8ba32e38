package io.github.cleanstaletypes.internal.finding;

import static io.github.cleanstaletypes.values.Claiming.all;
import static io.github.cleanstaletypes.values.Claiming.byHand;
import static io.github.cleanstaletypes.values.Claiming.byMigration;
import static io.github.cleanstaletypes.values.Claiming.claim;
import static io.github.cleanstaletypes.values.Claiming.everyUnused;
import static io.github.cleanstaletypes.values.Claiming.within;
import static io.github.cleanstaletypes.values.ReadType.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.TypeKind;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.Conflict;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.values.ReadCatalog;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which objects a claimed name means. */
class ClaimMatchingTest {

    private final ReadCatalog catalog = new ReadCatalog();

    @Test
    void a_bare_name_means_the_search_path_and_no_other_schema() {
        catalog.with(named("mood").read()).with(named("mood").in("app").read());
        assertThat(found(byHand("mood"))).containsExactly("public.mood");
    }

    @Test
    void a_qualified_name_means_its_schema_alone_on_the_search_path_or_not() {
        catalog.with(named("mood").read()).with(named("mood").in("app").read());
        assertThat(found(byHand("app.mood"))).containsExactly("app.mood");
    }

    @Test
    void a_bare_name_means_every_schema_that_was_asked_for_instead_of_the_search_path() {
        catalog.with(named("mood").read())
                .with(named("mood").in("tenant_1").read())
                .with(named("mood").in("tenant_2").read());
        assertThat(found(within(byHand("mood"), "tenant_*"))).containsExactly("tenant_1.mood", "tenant_2.mood");
    }

    @Test
    void a_qualified_name_outside_of_the_schemas_that_were_asked_for_means_nothing() {
        catalog.with(named("mood").in("app").read()).withTable("app", "orders");
        assertThat(found(within(byHand("app.mood"), "tenant_*"))).isEmpty();
        assertThat(found(within(byMigration("app.orders"), "tenant_*"))).isEmpty();
        assertThat(found(byMigration("app.orders"))).containsExactly("app.orders");
    }

    @Test
    void a_name_that_nobody_claims_is_nobody_s_business() {
        catalog.with(named("mood").read()).with(named("used").usedBy("table t").read());
        catalog.withTable("public", "orders");
        assertThat(found(byHand("color"))).isEmpty();
        assertThat(found(Claims.NONE)).isEmpty();
    }

    @Test
    void a_claimed_name_too_long_for_the_server_means_what_the_server_makes_of_it() {
        catalog.with(named("averylong").read()).withNameCut("averylongname", "averylong");
        assertThat(found(byHand("averylongname"))).containsExactly("public.averylong");
        assertThat(found(byHand("averylong"))).containsExactly("public.averylong");
    }

    @Test
    void of_several_claims_on_a_name_the_one_that_asks_for_most_counts() {
        catalog.with(named("mood").read());
        Claims claims = all(
                claim("mood", ClaimSource.MIGRATION),
                claim("mood", ClaimSource.ERROR),
                claim("mood", ClaimSource.HAND));
        assertThat(catalog.findings(claims))
                .singleElement()
                .satisfies(finding -> assertThat(finding.claim()).isEqualTo(claim("mood", ClaimSource.ERROR)));
    }

    @Test
    void a_claim_that_only_a_relation_is_in_the_way_of_is_met_by_composite_types_which_are_relations() {
        catalog.with(named("orders_id_seq").read());
        assertThat(found(all(claim("orders_id_seq", Conflict.RELATION)))).isEmpty();
        assertThat(found(all(claim("orders_id_seq", Conflict.TYPE)))).containsExactly("public.orders_id_seq");
        catalog.with(named("pair").kind(TypeKind.COMPOSITE).read());
        assertThat(found(all(claim("pair", Conflict.RELATION)))).containsExactly("public.pair");
    }

    @Test
    void a_claim_that_only_a_type_is_in_the_way_of_is_not_met_by_a_table() {
        catalog.withTable("public", "orders");
        assertThat(found(all(claim("orders", Conflict.TYPE)))).isEmpty();
        assertThat(found(all(claim("orders", Conflict.RELATION)))).containsExactly("public.orders");
        assertThat(found(all(claim("orders", Conflict.EITHER)))).containsExactly("public.orders");
    }

    @Test
    void a_claim_that_only_an_invalid_index_is_in_the_way_of_is_met_by_nothing_else() {
        catalog.with(named("orders_id").read()).withTable("public", "orders_id");
        catalog.with(named("pair").kind(TypeKind.COMPOSITE).read());
        assertThat(found(all(claim("orders_id", Conflict.INVALID_INDEX), claim("pair", Conflict.INVALID_INDEX))))
                .isEmpty();
        for (Conflict conflict : Conflict.values()) {
            ClaimMatcher matcher = new ClaimMatcher(catalog.snapshot(), all(claim("orders_id", conflict)));
            assertThat(matcher.claimOnInvalidIndex("public", "orders_id").isPresent())
                    .as(conflict.name())
                    .isEqualTo(conflict != Conflict.TYPE && conflict != Conflict.PENDING_DETACH);
            assertThat(matcher.claimOnInvalidIndex("app", "orders_id")).isEmpty();
        }
    }

    @Test
    void a_claim_with_a_condition_holds_unless_one_of_its_relations_is_there() {
        catalog.with(named("mood").read()).withTable("app", "people").withNameCut("longname", "long");
        assertThat(found(all(unless("public.people")))).containsExactly("public.mood");
        assertThat(found(all(unless("app.people")))).isEmpty();
        assertThat(found(all(unless("people")))).isEmpty();
        assertThat(found(all(unless("nobody", "app.people")))).isEmpty();
        assertThat(found(all(unless("longname")))).containsExactly("public.mood");
        catalog.withTable("public", "long");
        assertThat(found(all(unless("longname")))).isEmpty();
    }

    private static Claim unless(String... relations) {
        return new Claim(
                SqlName.parse("mood"),
                ClaimSource.MIGRATION,
                Conflict.TYPE,
                Stream.of(relations).map(SqlName::parse).collect(Collectors.toSet()));
    }

    @Test
    void sweeping_claims_each_unused_type_by_hand_in_the_schemas_that_were_asked_for() {
        catalog.with(named("mood").read())
                .with(named("color").in("app").read())
                .with(named("used").usedBy("column c of table t").read())
                .withTable("public", "orders");
        assertThat(found(everyUnused())).containsExactly("public.mood", "app.color");
        assertThat(found(everyUnused("app"))).containsExactly("app.color");
        assertThat(catalog.findings(everyUnused("app")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.claim()).isEqualTo(claim("app.color", ClaimSource.HAND)));
    }

    private List<String> found(Claims claims) {
        return catalog.findings(claims).stream()
                .map(finding -> finding.subject().display())
                .toList();
    }
}

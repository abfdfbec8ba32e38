package io.github.cleanstaletypes.internal.finding;

import static io.github.cleanstaletypes.values.Claiming.byHand;
import static io.github.cleanstaletypes.values.Claiming.everyUnused;
import static io.github.cleanstaletypes.values.Claiming.strictly;
import static io.github.cleanstaletypes.values.ReadType.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.TypeKind;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.values.Claiming;
import io.github.cleanstaletypes.values.ReadCatalog;
import io.github.cleanstaletypes.values.ReadCreator;
import org.junit.jupiter.api.Test;

/** What counts as judged, and what is demanded of whom. */
class JudgedTypesTest {

    private final ReadCatalog catalog = new ReadCatalog();

    @Test
    void a_type_is_judged_if_it_is_claimed_in_its_schema_swept_in_or_quarantined() {
        catalog.with(named("mood").read())
                .with(named("mood").in("app").read())
                .with(named("color").quarantinedFrom("color").read());
        assertThat(unjudged(Claims.NONE)).isEqualTo(2);
        assertThat(unjudged(byHand("mood"))).isEqualTo(1);
        assertThat(unjudged(byHand("mood", "app.mood"))).isZero();
        assertThat(unjudged(everyUnused())).isZero();
        assertThat(unjudged(everyUnused("app"))).isEqualTo(1);
    }

    @Test
    void a_multirange_is_not_counted_beside_its_range() {
        catalog.with(named("span").kind(TypeKind.RANGE).read())
                .with(named("span_multirange").kind(TypeKind.MULTIRANGE).read())
                .with(named("mood").read());
        // this catalog counts all that it was given as standalone types; a server does not count the multirange
        assertThat(unjudged(byHand("span", "span_multirange", "mood"))).isEqualTo(1);
        assertThat(unjudged(byHand("span_multirange"))).isEqualTo(3);
    }

    @Test
    void a_creation_is_demanded_to_be_over_only_with_strict_and_a_claimed_name() {
        catalog.with(ReadCreator.busy());
        assertThat(demanded(byHand("mood"))).isFalse();
        assertThat(demanded(strictly(byHand("mood")))).isTrue();
        assertThat(demanded(strictly(Claims.NONE))).isFalse();
    }

    @Test
    void a_name_that_is_to_be_tried_is_demanded_whoever_claims_it() {
        catalog.with(named("mood").usedBy("domain d").read()).withTable("public", "t");
        assertThat(catalog.findings(byHand("mood", "t")))
                .extracting(CatalogFinding::code)
                .containsExactly(FindingCode.TYPE_IN_USE);
        assertThat(catalog.findings(byHand("mood", "t").andProbed()))
                .extracting(CatalogFinding::code)
                .containsExactly(FindingCode.TYPE_IN_USE, FindingCode.LEFTOVER_RELATION);
        assertThat(byHand("mood").andProbed().and(byHand("t").claims()).demand(Claiming.claim("t", ClaimSource.HAND)))
                .isTrue();
    }

    private long unjudged(Claims claims) {
        return JudgedTypes.unjudged(catalog.snapshot(), claims);
    }

    private boolean demanded(Claims claims) {
        return ((UncommittedCreation) catalog.findings(claims).get(0)).demanded();
    }
}

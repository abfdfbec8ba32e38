package io.github.cleanstaletypes.internal.finding;

import static io.github.cleanstaletypes.values.Claiming.byHand;
import static io.github.cleanstaletypes.values.ReadType.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.catalog.integrity.TornRow;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.sql.OneLine;
import io.github.cleanstaletypes.values.ReadCatalog;
import io.github.cleanstaletypes.values.ReadCreator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A finding as lines that can be printed, whatever a name holds. */
class FindingLinesTest {

    @Test
    void a_heading_identifies_the_object_and_says_who_claims_it() {
        assertThat(heading(of(named("mood").read())))
                .isEqualTo("UNUSED_TYPE public.mood (enum, oid 401, claimed by hand)");
    }

    @Test
    void a_heading_leaves_out_what_the_object_does_not_have() {
        assertThat(heading(UncommittedCreation.of(ReadCreator.busy()))).isEqualTo("UNCOMMITTED_CREATION transaction");
        assertThat(heading(new PreparedCreation(ReadCreator.prepared("tx", Duration.ZERO))))
                .isEqualTo("PREPARED_CREATION 'tx' (prepared transaction)");
        assertThat(heading(new ReadCatalog()
                        .with(named("stale_401_mood").quarantinedFrom("mood").read())
                        .findings(Claims.NONE)
                        .get(0)))
                .isEqualTo("UNUSED_TYPE public.mood (enum, oid 401)");
    }

    @Test
    void each_element_of_a_list_has_its_line_in_the_singular() {
        assertThat(evidence(
                        of(named("mood").usedBy("domain a").usedBy("domain b").read())))
                .containsExactly("owner: anna", "dependent: domain a", "dependent: domain b");
    }

    @Test
    void names_of_facts_are_words() {
        CatalogFinding finding = new ReadCatalog()
                .with(new TornRow("pg_class", "public", "orders", "seen by amcheck", true))
                .findings(Claims.NONE)
                .get(0);
        assertThat(evidence(finding)).containsExactly("certainty: proved", "row count: 1", "row: seen by amcheck");
    }

    @Test
    void a_line_break_or_a_terminal_s_command_in_a_name_stays_on_its_line_as_an_escape() {
        CatalogFinding finding =
                of(named("a\nb").usedBy("column \u001b[2J of table t").read());
        assertThat(heading(finding)).startsWith("TYPE_IN_USE public.\"a\\u{a}b\" (");
        assertThat(evidence(finding)).contains("dependent: column \\u{1b}[2J of table t");
        CatalogFinding blank = UncommittedCreation.of(ReadCreator.running("SELECT\n1", Duration.ZERO));
        assertThat(evidence(blank)).contains("query: SELECT\\u{a}1");
    }

    @Test
    void what_turns_the_direction_of_text_or_is_half_a_character_is_escaped_and_what_people_write_is_not() {
        assertThat(OneLine.of("a\u202eb")).isEqualTo("a\\u{202e}b");
        assertThat(OneLine.of("a\u2028b\u2029c")).isEqualTo("a\\u{2028}b\\u{2029}c");
        assertThat(OneLine.of("a\ud800")).isEqualTo("a\\u{d800}");
        assertThat(OneLine.of("Straße 你好 😀")).isEqualTo("Straße 你好 😀");
        assertThat(OneLine.of("")).isEmpty();
    }

    private static CatalogFinding of(StandaloneType type) {
        return new ReadCatalog()
                .with(type)
                .findings(byHand('"' + type.name() + '"'))
                .get(0);
    }

    private static String heading(CatalogFinding finding) {
        return FindingLines.heading(finding.inReport());
    }

    private static List<String> evidence(CatalogFinding finding) {
        return FindingLines.evidence(finding.inReport());
    }
}

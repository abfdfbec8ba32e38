package io.github.cleanstaletypes.internal.finding;

import static io.github.cleanstaletypes.values.Claiming.byHand;
import static io.github.cleanstaletypes.values.Claiming.byMigration;
import static io.github.cleanstaletypes.values.ReadIndex.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.cleanstaletypes.internal.catalog.Relation;
import io.github.cleanstaletypes.internal.catalog.RowCount;
import io.github.cleanstaletypes.internal.catalog.RowCount.Certainty;
import io.github.cleanstaletypes.internal.catalog.index.IndexRole;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.Conflict;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.values.Claiming;
import io.github.cleanstaletypes.values.ReadCatalog;
import io.github.cleanstaletypes.values.ReadIndex;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an invalid index is judged to be, and what is said of it. */
class InvalidIndexWordsTest {

    @Test
    void an_invalid_index_is_found_whoever_claims_it_and_must_go_if_a_migration_or_a_strict_run_says_so() {
        InvalidIndex unclaimed = only(named("i"), Claims.NONE);
        assertThat(unclaimed.claim()).isNull();
        assertThat(unclaimed.demanded()).isFalse();
        InvalidIndex claimed = only(named("i"), byHand("i"));
        assertThat(claimed.claim()).isEqualTo(Claiming.claim("i", ClaimSource.HAND));
        assertThat(claimed.demanded()).isFalse();
        assertThat(only(named("i"), byMigration("i")).demanded()).isTrue();
        assertThat(only(named("i"), byMigration("j")).demanded()).isFalse();
        assertThat(only(named("i"), Claiming.strictly(Claims.NONE)).demanded()).isTrue();
        assertThat(unclaimed.raises()).isEqualTo("42P07");
        assertThat(unclaimed.subject()).isEqualTo(Subjects.of("public", "i", 801, "index"));
        assertThat(unclaimed.undo().orElseThrow()).contains("CREATE INDEX i ON public.orders");
    }

    @Test
    void it_is_not_told_as_a_relation_that_is_left_over_as_another_of_that_name_is() {
        ReadCatalog catalog = new ReadCatalog()
                .with(named("i").read())
                .with(new Relation(801, "public", "i", "index", new RowCount(0, Certainty.UNKNOWN)))
                .with(new Relation(802, "public", "j", "index", new RowCount(0, Certainty.UNKNOWN)));
        Claims both =
                Claiming.all(Claiming.claim("i", ClaimSource.MIGRATION), Claiming.claim("j", ClaimSource.MIGRATION));
        assertThat(catalog.findings(both))
                .extracting(finding -> finding.code() + " " + finding.subject().name())
                .containsExactly("LEFTOVER_RELATION j", "INVALID_INDEX i");
    }

    @Test
    void only_schemas_that_the_run_looks_into_count_and_a_type_alone_claims_no_index() {
        ReadCatalog catalog = new ReadCatalog().with(named("i").inSchema("app").read());
        assertThat(catalog.findings(Claiming.within(Claims.NONE, "public"))).isEmpty();
        assertThat(catalog.findings(Claiming.within(Claims.NONE, "app"))).hasSize(1);
        assertThat(only(named("i"), Claiming.all(Claiming.claim("i", Conflict.TYPE)))
                        .claim())
                .isNull();
    }

    @Test
    void the_explanation_says_what_follows_for_queries_for_a_create_and_for_what_is_written() {
        assertThat(only(named("i"), Claims.NONE).explanation())
                .isEqualTo(
                        "The index public.i on public.orders is invalid: a CREATE INDEX CONCURRENTLY of it failed, or its client is"
                                + " gone. No query uses it. The next CREATE of that name fails with 42P07; with IF NOT EXISTS it succeeds, and"
                                + " makes no index.");
        assertThat(only(named("i").ready(), Claims.NONE).explanation())
                .endsWith(" Each write goes into it nevertheless.");
        assertThat(only(named("i").unique(), Claims.NONE).explanation())
                .endsWith(" It is unique, but refuses no duplicates.");
        assertThat(only(named("i").unique().ready(), Claims.NONE).explanation())
                .endsWith(
                        " It is unique, and each write goes into it, so it refuses duplicates already; between its removal and its next"
                                + " build nothing does.");
        assertThat(only(named("i").halfDropped(), Claims.NONE).explanation())
                .contains("is invalid: a DROP INDEX CONCURRENTLY of it was broken off. No query");
    }

    @ParameterizedTest
    @CsvSource({
        "i_ccnew, that was broken off was building it",
        "i_ccnew2, that was broken off was building it",
        "i_ccold, has replaced it",
        "i_ccold12, has replaced it"
    })
    void what_a_reindex_left_is_told_as_that_and_needs_no_other_migration(String name, String how) {
        InvalidIndex finding = only(named(name).unique(), Claims.NONE);
        assertThat(finding.explanation())
                .contains("by its name, a REINDEX CONCURRENTLY")
                .contains(how);
        assertThat(finding.remedy()).isEqualTo("Drop it: DROP INDEX CONCURRENTLY public." + name + ";");
    }

    @Test
    void a_name_that_only_resembles_one_of_a_reindex_is_that_of_any_index() {
        for (String name : List.of("i_ccnews", "ccnew", "i_ccold_2")) {
            assertThat(only(named(name), Claims.NONE).explanation())
                    .contains("a CREATE INDEX CONCURRENTLY of it failed");
        }
    }

    @Test
    void the_remedy_has_the_query_for_duplicates_of_a_unique_one_first() {
        assertThat(only(named("i"), Claims.NONE).remedy())
                .isEqualTo(
                        "Remove it: StaleTypes.in(dataSource).claiming(\"public.i\").clean() (by hand: DROP INDEX CONCURRENTLY public.i;), and run the migration again,"
                                + " which builds it.");
        assertThat(only(named("i").unique(), Claims.NONE).remedy())
                .isEqualTo(
                        "First see that no rows are there twice: SELECT id, pg_catalog.count(*) FROM public.orders GROUP BY 1 HAVING"
                                + " pg_catalog.count(*) > 1; Then remove it: StaleTypes.in(dataSource).claiming(\"public.i\").clean() (by hand: DROP INDEX CONCURRENTLY public.i;),"
                                + " and run the migration again, which builds it.");
        assertThat(only(named("i").unique().held(), Claims.NONE).remedy()).startsWith("Remove it: StaleTypes");
    }

    @Test
    void one_in_the_making_is_told_with_who_makes_it_and_left_alone() {
        InvalidIndex finding = only(named("i").unique().builtBy(4711), Claims.NONE);
        assertThat(finding.explanation())
                .isEqualTo(
                        "The index public.i on public.orders is being built at this moment, by the session with pid 4711: no query uses"
                                + " it before that is done, and the next CREATE of that name fails with 42P07.");
        assertThat(finding.remedy())
                .isEqualTo("Let that session finish, and look again: StaleTypes.in(dataSource).check().");
        assertThat(finding.evidence()).containsEntry("being_built_by_pid", 4711L);
    }

    @ParameterizedTest
    @CsvSource({
        "PARTITION, a partition, REINDEX INDEX CONCURRENTLY",
        "MATERIALIZED_VIEW, a materialized view, REINDEX INDEX CONCURRENTLY",
        "EXTENSION, an extension, REINDEX INDEX CONCURRENTLY",
        "CONSTRAINT, a constraint, REINDEX INDEX CONCURRENTLY",
        "EXCLUSION_CONSTRAINT, an exclusion constraint, REINDEX INDEX",
        "REPLICA_IDENTITY, the table's replica identity, REINDEX INDEX CONCURRENTLY"
    })
    void one_that_something_else_needs_is_to_be_built_anew(IndexRole role, String whose, String statement) {
        InvalidIndex finding = only(named("i").of(role), Claims.NONE);
        assertThat(finding.remedy())
                .isEqualTo("It belongs to " + whose + ", so this tool never removes it. Build it anew: " + statement
                        + " public.i;");
        assertThat(finding.evidence()).containsEntry("belongs_to", whose);
    }

    @Test
    void one_of_a_toast_table_can_be_dropped_by_hand_only_and_not_concurrently() {
        assertThat(only(named("i").of(IndexRole.TOAST), Claims.NONE).remedy())
                .isEqualTo("Drop it: DROP INDEX public.i;");
    }

    @Test
    void the_evidence_is_what_was_read_and_nothing_where_nothing_could_be() {
        assertThat(only(named("i").unique().ready(), Claims.NONE).evidence())
                .containsExactly(
                        entry("table", "public.orders"),
                        entry("owner", "anna"),
                        entry("unique", true),
                        entry("ready", true),
                        entry("live", true),
                        entry("size_bytes", 8192L),
                        entry("definition", "CREATE UNIQUE INDEX i ON public.orders USING btree (id)"));
        InvalidIndex held = only(named("i").halfDropped().held(), Claims.NONE);
        assertThat(held.evidence())
                .containsExactly(
                        entry("table", "public.orders"),
                        entry("owner", "anna"),
                        entry("unique", false),
                        entry("ready", false),
                        entry("live", false));
        assertThat(held.undo()).isEmpty();
    }

    private static InvalidIndex only(ReadIndex index, Claims claims) {
        List<CatalogFinding> findings = new ReadCatalog().with(index.read()).findings(claims);
        assertThat(findings).singleElement().isInstanceOf(InvalidIndex.class);
        return (InvalidIndex) findings.get(0);
    }
}

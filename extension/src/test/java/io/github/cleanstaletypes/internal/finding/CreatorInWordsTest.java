package io.github.cleanstaletypes.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.values.Claiming;
import io.github.cleanstaletypes.values.ReadCreator;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A transaction that creates something is told as far as this role may see it. */
class CreatorInWordsTest {

    @Test
    void a_session_is_told_with_who_it_is_since_when_it_runs_and_what() {
        CatalogFinding finding =
                UncommittedCreation.of(ReadCreator.running("CREATE TABLE\n  t ()", Duration.ofSeconds(5)));
        assertThat(finding.explanation())
                .contains("(pid 4711, role anna, application migrator, for 5 s, query: CREATE TABLE t ())");
        assertThat(finding.remedy()).contains("SELECT pg_terminate_backend(4711);");
        assertThat(finding.raises()).isEqualTo("23505");
        assertThat(finding.evidence())
                .containsEntry("pid", 4711L)
                .containsEntry("role", "anna")
                .containsEntry("application_name", "migrator")
                .containsEntry("client", "127.0.0.1")
                .containsEntry("state", "active")
                .containsEntry("query", "CREATE TABLE\n  t ()")
                .containsEntry("xid", "901")
                .containsEntry("age_seconds", 5L)
                .doesNotContainKey("gid");
    }

    @Test
    void what_this_role_may_not_see_is_said_to_be_so_and_what_is_blank_is_left_out() {
        CatalogFinding finding = UncommittedCreation.of(ReadCreator.hidden());
        assertThat(finding.explanation())
                .contains("(pid 4711, for a time not visible to this role, query not visible to this role)");
        assertThat(finding.evidence())
                .containsEntry("state", "not visible to this role")
                .containsEntry("query", "not visible to this role")
                .doesNotContainKeys("age_seconds", "role", "client");
    }

    @Test
    void a_session_is_named_by_the_claimed_name_that_it_holds_if_that_is_known() {
        Creator creator = ReadCreator.busy();
        assertThat(UncommittedCreation.of(creator).subject()).isEqualTo(Subjects.of(null, null, 0, "transaction"));
        assertThat(UncommittedCreation.of(creator).title()).isEqualTo("transaction");
        CatalogFinding held = new UncommittedCreation(creator, Claiming.claim("app.mood", ClaimSource.ERROR));
        assertThat(held.subject()).isEqualTo(Subjects.of("app", "mood", 0, "transaction"));
        assertThat(held.title()).isEqualTo("app.mood");
    }

    @Test
    void a_prepared_transaction_is_told_with_the_statement_that_rolls_it_back() {
        CatalogFinding finding = new PreparedCreation(ReadCreator.prepared("it's", Duration.ofHours(3)));
        assertThat(finding.title()).isEqualTo("'it''s'");
        assertThat(finding.explanation()).contains("transaction 'it''s' ", "(by anna, prepared 3 h ago)");
        assertThat(finding.remedy()).endsWith("ROLLBACK PREPARED 'it''s';");
        assertThat(finding.subject()).isEqualTo(Subjects.of(null, "it's", 0, "prepared transaction"));
        assertThat(finding.raises()).isEqualTo("23505");
        assertThat(finding.claim()).isNull();
        assertThat(finding.evidence())
                .containsEntry("gid", "it's")
                .containsEntry("age_seconds", 10_800L)
                .doesNotContainKeys("pid", "state", "query", "client");
    }

    @ParameterizedTest
    @CsvSource({"-3, 0 s", "0, 0 s", "119, 119 s", "120, 2 min", "7199, 119 min", "7200, 2 h", "90000, 25 h"})
    void an_age_is_told_in_the_unit_that_people_would_use(long seconds, String words) {
        CatalogFinding finding = new PreparedCreation(ReadCreator.prepared("tx", Duration.ofSeconds(seconds)));
        assertThat(finding.explanation()).contains("prepared " + words + " ago");
    }

    @Test
    void a_long_query_is_cut_in_the_sentence_and_whole_in_the_evidence() {
        String fits = "x".repeat(120);
        String longer = "x".repeat(121);
        assertThat(UncommittedCreation.of(ReadCreator.running(fits, Duration.ZERO))
                        .explanation())
                .contains("query: " + fits + ")");
        CatalogFinding finding = UncommittedCreation.of(ReadCreator.running(longer, Duration.ZERO));
        assertThat(finding.explanation()).contains("query: " + fits + "…)");
        assertThat(finding.evidence()).containsEntry("query", longer);
    }

    @ParameterizedTest
    @CsvSource({
        "citus_0_4711_12_3, Citus's, recover_prepared_transactions()",
        "pg_gid_16410_771, a subscription's, publisher",
        "131077_AAAAAAAAAAAAAP//fwAAAQ==_AAAAAAAAAAA=, a transaction manager's, when it recovers"
    })
    void a_prepared_transaction_that_somebody_settles_is_not_offered_for_rollback(
            String gid, String whose, String how) {
        CatalogFinding finding = new PreparedCreation(ReadCreator.prepared(gid, Duration.ofHours(3)));

        assertThat(finding.remedy()).contains(whose, how).doesNotContain("ROLLBACK");
    }
}

package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.MemoryDirectory;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Told;
import io.github.cleanstaletypes.testing.TornCopy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Rows that carry transaction ids of the future are told, however their page looks; and nothing is changed, no id used up. */
class InvisibleRowTest {

    private static final String NEXT_XID = "SELECT pg_snapshot_xmax(pg_current_snapshot())";
    private static final List<String> BEFORE =
            List.of("CREATE TYPE stale AS ENUM ()", "CREATE ROLE app LOGIN", "GRANT CREATE ON SCHEMA public TO app");
    private static final List<String> HIDDEN =
            List.of("CREATE TABLE accounts_user (v text)", "INSERT INTO accounts_user VALUES ('precious')");
    private static final List<String> READ = List.of(
            // only what is on disk is noted in the rows that are read
            "CHECKPOINT",
            "SELECT * FROM accounts_user",
            "SELECT count(*) FROM pg_type WHERE typname ~ 'accounts_user'",
            "SELECT count(*) FROM pg_class WHERE relname ~ 'accounts_user'");

    @EachServer(sample = 1)
    void is_proved_by_amcheck_when_nobody_has_read_it(
            PostgresServer version, @TempDir(factory = MemoryDirectory.class) Path directory) {
        try (TornCopy copy = copy(directory, version, HIDDEN)) {
            copy.execute("CREATE EXTENSION amcheck");
            assertThat(copy.queryTexts("SELECT typname FROM pg_type WHERE typname = 'accounts_user'"))
                    .isEmpty();
            Result result = found(copy, PostgresServer.SUPERUSER, true);
            assertThat(result.finding().evidence()).containsEntry("certainty", "proved");
            assertThat(result.finding().subject().display()).isEqualTo("pg_catalog.pg_type");
            assertThat(rows(result)).anyMatch(row -> row.startsWith("pg_class, block "));
            assertThat(copy.stateOf(
                            "SET lock_timeout = '200ms'",
                            "SET statement_timeout = '1s'",
                            "CREATE TABLE accounts_user (id int)"))
                    .as("it hangs")
                    .isEqualTo("57014");
        }
    }

    @EachServer(sample = 1)
    void is_proved_by_amcheck_when_it_has_been_read(
            PostgresServer version, @TempDir(factory = MemoryDirectory.class) Path directory) {
        try (TornCopy copy = copy(directory, version, both(HIDDEN, READ))) {
            copy.execute("CREATE EXTENSION amcheck SCHEMA pg_catalog");
            Result result = found(copy, PostgresServer.SUPERUSER, true);
            assertThat(result.finding().evidence()).containsEntry("certainty", "proved");
            assertThat(copy.stateOf("SET statement_timeout = '5s'", "CREATE TABLE accounts_user (id int)"))
                    .isEqualTo(result.finding().raises());
        }
    }

    @EachServer(sample = 1)
    void is_likely_without_amcheck_once_its_page_is_marked_all_visible(
            PostgresServer version, @TempDir(factory = MemoryDirectory.class) Path directory) {
        List<String> vacuumed = both(both(HIDDEN, READ), List.of("VACUUM pg_type", "VACUUM pg_class"));
        try (TornCopy copy = copy(directory, version, vacuumed)) {
            Result result = found(copy, "app", false);
            assertThat(result.finding().evidence()).containsEntry("certainty", "likely");
            assertThat(result.finding().subject().display()).isEqualTo("public.accounts_user");
            copy.execute("CREATE SCHEMA \"of amcheck\"", "CREATE EXTENSION amcheck SCHEMA \"of amcheck\"");
            assertThat(found(copy, "app", false).finding().evidence()).containsEntry("certainty", "likely");
            copy.execute(
                    "GRANT USAGE ON SCHEMA \"of amcheck\" TO app",
                    "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA \"of amcheck\" TO app");
            Result proved = found(copy, "app", true);
            assertThat(proved.finding().evidence()).containsEntry("certainty", "proved");
            assertThat(proved.finding().subject().display()).isEqualTo("public.accounts_user");
        }
    }

    @EachServer(sample = 1)
    void in_pg_class_alone_is_one_damage_and_no_orphan(
            PostgresServer version, @TempDir(factory = MemoryDirectory.class) Path directory) {
        // an update gives the row a new version, of a transaction that the copy does not know; VACUUM takes the old one
        // away
        List<String> after = List.of(
                "UPDATE pg_class SET relacl = NULL WHERE relname = 'torn'",
                // no checkpoint before it: 18 freezes a page whose image it logs anyway, and then everybody sees the
                // row
                "VACUUM pg_class",
                // its page is not all-visible any more
                "UPDATE pg_class SET relacl = NULL WHERE relname = 'torn'");
        List<String> before = both(BEFORE, List.of("CREATE TABLE torn (id int)"));
        try (TornCopy copy = TornCopy.of(directory, version.version(), before, after)) {
            copy.execute("CREATE EXTENSION amcheck");
            CleanupReport report =
                    StaleTypes.in(copy.dataSource()).claiming("stale").check();
            assertThat(report.results())
                    .extracting(result -> result.finding().code())
                    .containsExactly(FindingCode.INVISIBLE_ROW, FindingCode.UNUSED_TYPE);
            assertThat(Told.only(report, FindingCode.INVISIBLE_ROW)
                            .finding()
                            .evidence()
                            .get("others"))
                    .asString()
                    .contains("ORPHAN_ROW_TYPE public.torn");
        }
    }

    private static TornCopy copy(Path directory, PostgresServer version, List<String> after) {
        return TornCopy.of(directory, version.version(), BEFORE, after);
    }

    /** What check and clean find; both leave the unused type and the next transaction id where they are. */
    private static Result found(TornCopy copy, String role, boolean verified) {
        String before = copy.queryTexts(NEXT_XID).get(0);
        StaleTypes engine = StaleTypes.in(copy.dataSource(role)).claiming("stale");
        CleanupReport checked = engine.check();
        CleanupReport cleaned = engine.clean();
        assertThat(copy.queryTexts(NEXT_XID)).containsExactly(before);
        assertThat(Told.by(cleaned)).hasSize(2).contains("UNUSED_TYPE public.stale refused");
        assertThat(copy.queryTexts("SELECT typname FROM pg_type WHERE typname = 'stale'"))
                .hasSize(1);
        assertThat(checked.notLookedAt().toString().contains("verify_heapam")).isNotEqualTo(verified);
        assertThat(checked.isClean()).isFalse();
        return Told.only(checked, FindingCode.INVISIBLE_ROW);
    }

    private static List<String> rows(Result result) {
        List<String> rows = new ArrayList<>();
        ((List<?>) result.finding().evidence().get("rows")).forEach(row -> rows.add(String.valueOf(row)));
        return rows;
    }

    private static List<String> both(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}

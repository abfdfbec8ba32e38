package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Quiet;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.util.List;

/** An index of the catalog that disagrees with its table is told, with amcheck and without, and nothing is changed. */
class DamagedIndexTest {

    private static final String SWITCH = "UPDATE pg_index SET indisready = %s WHERE indexrelid = '%s'::regclass";

    @EachServer({"14.22", "15.19", "16.15", "17.11", "18.6"})
    void is_told_by_comparing_and_by_amcheck(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            database.execute("CREATE TYPE stale AS ENUM ()");
            unindexed(database, "pg_type_typname_nsp_index", "CREATE TYPE \"Mood\" AS ENUM ('a')");
            String oid = database.queryText("SELECT oid FROM pg_type WHERE oid::text > '' AND typname || '' = 'Mood'");

            Finding compared = found(database, role, "pg_type_typname_nsp_index");
            assertThat(compared.evidence()).doesNotContainKey("message");
            assertThat(compared.evidence().get("unindexed"))
                    .asString()
                    .contains(oid + " public.Mood")
                    .contains("public._Mood");

            database.execute(
                    "CREATE EXTENSION amcheck",
                    "GRANT EXECUTE ON FUNCTION verify_heapam, bt_index_check(regclass, boolean) TO " + role);
            Finding checked = found(database, role, "pg_type_typname_nsp_index");
            assertThat(checked.evidence().get("message")).asString().contains("XX001");
            assertThat(checked.evidence().get("unindexed")).asString().contains(oid + " public.Mood");

            database.execute("REINDEX INDEX pg_catalog.pg_type_typname_nsp_index");
            assertThat(Told.by(Quiet.in(database).claiming("stale").clean()))
                    .containsExactly("UNUSED_TYPE public.stale dropped");
        }
    }

    @EachServer
    void by_oid_makes_what_is_there_seem_gone_and_is_one_damage(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE stale AS ENUM ()");
            database.execute("CREATE TABLE torn (id int)");
            unindexed(
                    database,
                    "pg_type_oid_index",
                    "UPDATE pg_type SET typname = 'renamed' WHERE typrelid = 'torn'::regclass");
            Finding finding = found(database, PostgresServer.SUPERUSER, "pg_type_oid_index");
            assertThat(finding.raises()).isEqualTo("XX000");
            assertThat(finding.evidence().get("unindexed")).asString().contains("public.renamed");
        }
    }

    @EachServer
    void lets_a_create_make_a_second_type_of_the_name_as_the_finding_says(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            unindexed(database, "pg_type_typname_nsp_index", "CREATE TYPE mood AS ENUM ('a')");
            database.execute("CREATE TYPE mood AS ENUM ('b')");
            assertThat(database.queryTexts("SELECT oid FROM pg_type WHERE typname || '' = 'mood'"))
                    .hasSize(2);
            assertThat(catchState(database, "REINDEX INDEX pg_catalog.pg_type_typname_nsp_index"))
                    .startsWith("23505");
        }
    }

    private static String catchState(TestDatabase database, String sql) {
        try {
            database.execute(sql);
            return "00000";
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void unindexed(TestDatabase database, String index, String create) {
        database.execute(SWITCH.formatted("false", index), create, SWITCH.formatted("true", index));
    }

    /** The only finding besides the type that was to be removed, and is not. */
    private static Finding found(TestDatabase database, String role, String index) {
        for (CleanupReport report : List.of(
                Cleaner.in(database.dataSource(role)).claiming("stale").check(),
                Cleaner.in(database.dataSource(role)).claiming("stale").clean())) {
            assertThat(report.results())
                    .extracting(result -> result.finding().code())
                    .containsExactlyInAnyOrder(FindingCode.DAMAGED_INDEX, FindingCode.UNUSED_TYPE);
            assertThat(Told.only(report, FindingCode.DAMAGED_INDEX)
                            .finding()
                            .subject()
                            .name())
                    .isEqualTo(index);
            assertThat(report.isClean()).isFalse();
        }
        assertThat(database.queryTexts("SELECT oid FROM pg_type WHERE typname = 'stale'"))
                .hasSize(1);
        return Told.only(Cleaner.in(database.dataSource(role)).check(), FindingCode.DAMAGED_INDEX)
                .finding();
    }
}

package io.github.cleanstaletypes.internal.claim.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.CatalogReader;
import io.github.cleanstaletypes.internal.catalog.CatalogScope;
import io.github.cleanstaletypes.internal.catalog.history.HistoryRow;
import io.github.cleanstaletypes.internal.catalog.history.SchemaHistory;
import io.github.cleanstaletypes.internal.claim.sql.MigrationScript;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is pending here is what Flyway itself calls pending. */
class PendingScriptsTest {

    @TempDir
    private Path directory;

    @EachServer
    void are_those_that_flyway_would_run(PostgresServer server) throws IOException, SQLException {
        script("V1__a.sql", "CREATE TABLE a ();");
        script("V1_2__b.sql", "CREATE TABLE b ();");
        script("sub/V1.10__c.sql", "CREATE TABLE c ();");
        script("V2.0__d.sql", "CREATE TABLE d ();");
        script("R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT 1 AS größe;\r\n-- end");
        script("R__${x}.sql", "SELECT '${flyway:defaultSchema}', '${flyway:table}';\n");
        script("beforeMigrate.sql", "SELECT 1");
        script("U2__d.sql", "DROP TABLE d;");
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE SCHEMA \"My App\"");
            FluentConfiguration flyway =
                    flyway(database).defaultSchema("My App").table("Odd name");
            assertThat(ours(database, flyway)).hasSize(6);
            flyway.target("1.2").load().migrate();
            flyway.target("latest");
            script("R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT 1 AS größe; -- changed");
            assertThat(ours(database, flyway)).containsExactly("sub/V1.10__c.sql", "V2.0__d.sql", "R__view.sql");
            flyway.load().migrate();
            assertThat(ours(database, flyway)).isEmpty();
            script("V3__late.sql", "CREATE TABLE late ();");
            assertThat(ours(database, flyway)).containsExactly("V3__late.sql");
        }
    }

    @EachServer
    void begin_behind_a_baseline(PostgresServer server) throws IOException, SQLException {
        script("V1__a.sql", "CREATE TABLE a ();");
        script("V2__b.sql", "CREATE TABLE b ();");
        script("V3__c.sql", "CREATE TABLE c ();");
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE something ()");
            FluentConfiguration flyway = flyway(database).baselineVersion("2");
            flyway.load().baseline();
            assertThat(ours(database, flyway)).containsExactly("V3__c.sql");
        }
    }

    @EachServer
    void are_those_that_failed_once_they_are_repaired(PostgresServer server) throws IOException, SQLException {
        script("V1__a.sql", "CREATE TABLE a ();");
        script("V2__b.sql", "CREATE TABLE b ();");
        try (TestDatabase database = server.createDatabase()) {
            FluentConfiguration flyway = flyway(database);
            flyway.load().migrate();
            database.execute("UPDATE flyway_schema_history SET success = false WHERE version = '2'");
            assertThat(pending(database)).containsExactly("V2__b.sql");
            flyway.load().repair();
            assertThat(ours(database, flyway)).containsExactly("V2__b.sql");
        }
    }

    @Test
    void are_again_what_was_undone_or_deleted_and_not_what_is_below_a_baseline_migration() throws IOException {
        for (String name : List.of("V1__a.sql", "V2__b.sql", "V3__c.sql", "B2__ab.sql", "B1__a.sql", "R__r.sql")) {
            script(name, "SELECT 1;");
        }
        script("V4__never.sql", "SELECT 1;");
        script("V4__never.sql.conf", "shouldExecute=false");
        assertThat(pending()).containsExactly("B2__ab.sql", "V3__c.sql", "R__r.sql");
        assertThat(pending(row("2", "ab", "SQL_BASELINE"))).containsExactly("V3__c.sql", "R__r.sql");
        assertThat(pending(row("1", "a", "SQL"), row("2", "b", "SQL"), row("2", "b", "UNDO_SQL")))
                .containsExactly("V2__b.sql", "V3__c.sql", "R__r.sql");
        assertThat(pending(row("1", "a", "SQL"), row("1", "a", "DELETE"), row("3", "c", "SQL")))
                .containsExactly("V1__a.sql", "V2__b.sql", "R__r.sql");
    }

    @Test
    void are_read_in_their_own_encoding() throws IOException {
        Files.write(directory.resolve("V1__a.sql"), "CREATE TABLE größe ();".getBytes(StandardCharsets.ISO_8859_1));
        script("V1__a.sql.conf", "# old\nencoding = ISO-8859-1");
        assertThat(scripts(history()).get(0).sql()).isEqualTo("CREATE TABLE größe ();");
    }

    /** Ours, which are Flyway's. */
    private List<String> ours(TestDatabase database, FluentConfiguration flyway) throws SQLException {
        List<String> ours = pending(database);
        assertThat(ours)
                .isEqualTo(Arrays.stream(flyway.load().info().pending())
                        .map(MigrationInfo::getScript)
                        .toList());
        return ours;
    }

    private List<String> pending(TestDatabase database) throws SQLException {
        List<SchemaHistory> histories = new ArrayList<>();
        try (Connection connection = database.connect()) {
            CatalogReader.read(connection, ground -> {
                histories.addAll(ground.histories());
                return new CatalogScope(List.of(), List.of(), false, false, false, false, false);
            });
        }
        return names(histories.isEmpty() ? Applied.NOTHING : Applied.of(histories.get(0)), histories);
    }

    private List<String> pending(HistoryRow... rows) {
        return names(Applied.of(history(rows)), List.of());
    }

    private List<String> names(Applied applied, List<SchemaHistory> histories) {
        Placeholders placeholders = new Placeholders(
                histories.isEmpty()
                        ? Map.of()
                        : Map.of(
                                "defaultSchema", histories.get(0).schema(),
                                "table", histories.get(0).table()));
        return new PendingScripts(ScriptFiles.in(directory), applied, placeholders)
                .inOrder().stream().map(MigrationScript::name).toList();
    }

    private List<MigrationScript> scripts(SchemaHistory history) {
        return new PendingScripts(ScriptFiles.in(directory), Applied.of(history), new Placeholders(Map.of())).inOrder();
    }

    private static SchemaHistory history(HistoryRow... rows) {
        return new SchemaHistory("public", "h", null, false, List.of(rows));
    }

    private static HistoryRow row(String version, String description, String type) {
        return new HistoryRow(version, description, type, "script", 1, true);
    }

    private FluentConfiguration flyway(TestDatabase database) {
        return Flyway.configure().dataSource(database.dataSource()).locations("filesystem:" + directory);
    }

    private void script(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}

package io.github.cleanstaletypes.internal.claim.migration.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.history.Histories;
import io.github.cleanstaletypes.internal.claim.migration.PendingClaims;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.Transaction;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is pending by the history of each tool; what is not known claims nothing, and is told. */
class ToolHistoryTest {

    private static TestDatabase database;

    @TempDir
    private Path root;

    /** Two migrations, each with a type, and another one on the way back. */
    private Path directory;

    private PendingClaims last;

    @BeforeAll
    static void createDatabase() {
        database = PostgresServer.of("18.6").createDatabase();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void begin() {
        database.execute(
                "DROP SCHEMA IF EXISTS public, app, other, supabase_migrations CASCADE",
                "ALTER DATABASE " + database.name() + " RESET search_path",
                "CREATE SCHEMA public");
    }

    @ParameterizedTest
    @EnumSource
    void is_what_has_no_row(SampleTool tool) throws IOException {
        write(tool);
        database.execute(tool.makeHistory());
        assertThat(check()).containsExactly("public.one", "public.two");
        database.execute(tool.apply(1));
        assertThat(check()).containsExactly("public.two");
        database.execute(tool.apply(2));
        assertThat(check()).isEmpty();
        assertThat(notes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void is_everything_without_a_history_if_the_directory_can_be_nobody_elses(SampleTool tool) throws IOException {
        write(tool);
        if (tool.marked()) {
            assertThat(check()).containsExactly("public.one", "public.two");
        } else {
            assertThat(check()).isEmpty();
            assertThat(notes()).anyMatch(note -> note.contains("without a history nobody knows"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_nothing_while_one_is_running_or_has_failed(SampleTool tool) throws IOException {
        write(tool);
        database.execute(tool.makeHistory());
        database.execute(tool.begin(1).toArray(String[]::new));
        if (!tool.begin(1).isEmpty()) {
            assertThat(check()).isEmpty();
            assertThat(notes()).singleElement().asString().contains("has a migration that is running, or has failed");
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"PRISMA", "GOOSE"})
    void is_again_what_has_been_taken_back(SampleTool tool) throws IOException {
        write(tool);
        database.execute(tool.makeHistory());
        database.execute(
                tool.apply(1),
                tool.apply(2),
                tool == SampleTool.GOOSE
                        ? "INSERT INTO goose_db_version (version_id, is_applied) VALUES (20240102120000, false)"
                        : "UPDATE _prisma_migrations SET rolled_back_at = now(), finished_at = NULL WHERE migration_name ~ '0102'");
        assertThat(check()).containsExactly("public.two");
        database.execute(tool.apply(2));
        assertThat(check()).isEmpty();
        assertThat(notes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void follows_the_tool_where_it_skips_fills_or_refuses_a_gap(SampleTool tool) throws IOException {
        write(tool);
        database.execute(tool.makeHistory());
        database.execute(tool.apply(2));
        switch (tool) {
            case PRISMA, DBMATE, SQLX -> assertThat(check()).containsExactly("public.one");
            case GOLANG_MIGRATE -> assertThat(check()).isEmpty();
            case GOOSE, SUPABASE, NODE_PG_MIGRATE -> {
                assertThat(check()).isEmpty();
                assertThat(notes()).singleElement().asString().contains("which comes before one that has run");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void follows_the_tool_where_it_goes_on_or_refuses_without_a_file(SampleTool tool) throws IOException {
        write(tool);
        database.execute(tool.makeHistory());
        database.execute(tool.apply(1), tool.apply(3));
        switch (tool) {
            case PRISMA, DBMATE -> assertThat(check()).containsExactly("public.two");
            case GOOSE -> assertThat(check()).containsExactly("public.two");
            case GOLANG_MIGRATE -> {
                assertThat(check()).isEmpty();
                assertThat(notes())
                        .singleElement()
                        .asString()
                        .contains("no history of golang-migrate in this database knows one of");
            }
            case SQLX, SUPABASE, NODE_PG_MIGRATE -> {
                assertThat(check()).isEmpty();
                assertThat(notes()).singleElement().asString().contains("has migrations that the directory lacks");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_nothing_by_a_history_that_does_not_count(SampleTool tool) throws IOException {
        write(tool);
        String stranger = database.createRole();
        database.execute(tool.makeHistory());
        database.execute(tool.apply(1), "ALTER TABLE " + tool.table() + " OWNER TO " + stranger);
        assertUnknown(tool, "its owner " + stranger);
        database.execute(
                "ALTER TABLE " + tool.table() + " OWNER TO postgres",
                "ALTER TABLE " + tool.table() + " ENABLE ROW LEVEL SECURITY");
        assertUnknown(tool, "could run somebody's code");
        database.execute("DROP TABLE " + tool.table(), "CREATE TABLE " + tool.table() + " (something date)");
        assertUnknown(tool, "does not have the columns");
    }

    /** What else it may be is a plain script, which claims no such type. */
    private void assertUnknown(SampleTool tool, String why) {
        assertThat(check()).isEmpty();
        if (tool.marked()) {
            assertThat(notes()).singleElement().asString().contains(why, "so it does not tell");
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SUPABASE"})
    void is_in_another_schema_only_what_has_a_schema_itself(SampleTool tool) throws IOException {
        directory = tool.write(root, 1, "CREATE TYPE one AS ENUM ('y');", "");
        tool.write(root, 2, "CREATE TYPE two AS ENUM ('y'); CREATE TYPE app.three AS ENUM ();", "");
        database.execute("CREATE SCHEMA app");
        database.execute(tool.makeHistory("app." + tool.table()));
        database.execute(tool.apply("app." + tool.table(), 1));
        assertThat(check()).containsExactly("app.three");
        assertThat(notes()).anyMatch(note -> note.contains("is not in the schema that a bare CREATE means here"));

        // where the tool's search path is known, it is one like any other
        database.execute("ALTER DATABASE " + database.name() + " SET search_path = app");
        assertThat(check()).containsExactly("app.two", "app.three");

        // and with several others it is the one that counts; from elsewhere none of them does
        database.execute("CREATE SCHEMA other", "CREATE TABLE other.unrelated (version text)");
        database.execute(tool.makeHistory("other." + tool.table()));
        database.execute(tool.apply("other." + tool.table(), 1));
        assertThat(check()).hasSize(2);
        database.execute("ALTER DATABASE " + database.name() + " SET search_path = public");
        assertThat(check()).isEmpty();
        if (tool.marked()) {
            assertThat(notes()).singleElement().asString().contains("several histories know those of");
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PRISMA", "SUPABASE"})
    void may_have_a_name_of_its_own(SampleTool tool) throws IOException {
        write(tool);
        database.execute(tool.makeHistory("\"Own history\""));
        database.execute(tool.apply("\"Own history\"", 1));
        assertThat(check()).containsExactly("public.two");
    }

    @ParameterizedTest
    @EnumSource
    void is_nothing_while_somebody_holds_the_tools_lock(SampleTool tool) throws Exception {
        write(tool);
        database.execute(tool.makeHistory());
        database.execute(tool.apply(1));
        for (String key : tool.lockKeys(database.name())) {
            try (Connection migrator = database.connect()) {
                migrator.createStatement().execute("SELECT pg_advisory_lock(" + key + ")");
                assertThat(check()).isEmpty();
                assertThat(notes()).singleElement().asString().contains("is migrating at this moment");
            }
        }
    }

    /** The names that are claimed, looked for as a run does. */
    private List<String> check() {
        try (Connection connection = database.connect()) {
            List<String> path = new ArrayList<>();
            last = Transaction.SNAPSHOT.batched(connection, c -> {
                Transaction.SNAPSHOT
                        .opening(Map.of(), row -> path.addAll(SqlBatch.texts(row, "search_path")))
                        .run(c);
                return MigrationDirectory.open(directory).pending(Histories.read(c, path));
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return last.claims().stream().map(claim -> claim.name().toString()).toList();
    }

    private List<String> notes() {
        return Stream.of(last.notes(), last.unread(), last.unjudged())
                .flatMap(List::stream)
                .toList();
    }

    private void write(SampleTool tool) throws IOException {
        directory = tool.write(root, 1, "CREATE TYPE one AS ENUM ('y');", "CREATE TYPE back AS ENUM ();");
        tool.write(root, 2, "CREATE TYPE two AS ENUM ('y');", "CREATE TYPE back AS ENUM ();");
    }
}

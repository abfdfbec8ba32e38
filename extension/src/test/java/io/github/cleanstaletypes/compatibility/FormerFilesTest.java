package io.github.cleanstaletypes.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Psql;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and reports of version 0.1.0: programs that read these read those of this version, and one file can hold both. */
class FormerFilesTest {

    private final TestDatabase database = PostgresServer.of("14.22").createDatabase();
    private final CommandRun commandLine = CommandRun.on(database).with("PATH", System.getenv("PATH"));

    @TempDir
    private Path directory;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void each_field_that_a_program_knows_of_the_former_reports_is_in_those_of_this_version() throws Exception {
        database.execute(FormerVersion.statements("types.sql"));
        database.execute(
                "CREATE TYPE used AS ENUM ('x')", "CREATE TABLE t (u used)", "CREATE TYPE twice AS ENUM ('a')");
        Path report = directory.resolve("guard.json");
        Outcome guard = commandLine.run(
                "guard",
                "--no-heal",
                "--report-file",
                report.toString(),
                "--type",
                "used",
                "--",
                "psql",
                "-Xq",
                "-vON_ERROR_STOP=1",
                "-hlocalhost",
                "-p" + database.server().port(),
                "-Upostgres",
                "-d" + database.name(),
                "-cCREATE TYPE twice AS ENUM ('b')");
        assertThat(guard.exitCode()).as(guard.err()).isEqualTo(1);
        assertThat(JsonShape.of(Files.readString(report))).containsAll(JsonShape.of(FormerVersion.text("guard.json")));

        try (Connection application = database.connect()) {
            Outcome clean =
                    commandLine.run("clean", "--probe", "--type", "app.mood,\"Odd \"\"Name\",mail", "--format", "json");
            assertThat(clean.exitCode()).as(clean.everything()).isZero();
            assertThat(JsonShape.of(clean.out())).containsAll(JsonShape.of(FormerVersion.text("clean.json")));
            assertThat(application.isValid(0)).isTrue();
        }
    }

    @Test
    void a_file_of_undos_that_the_former_version_has_begun_is_added_to_and_means_what_it_meant() throws Exception {
        Path file = directory.resolve("undo.sql");
        String former = FormerVersion.text("undo.sql");
        Files.writeString(file, former);
        database.execute("CREATE TYPE twice AS ENUM ('a')", "CREATE SCHEMA app");
        Outcome clean = commandLine.run("--type", "twice", "--undo-file", file.toString());
        assertThat(clean.exitCode()).as(clean.everything()).isZero();
        assertThat(Files.readString(file)).startsWith(former).hasSizeGreaterThan(former.length());

        database.execute(Psql.statements(file));
        assertThat(database.queryText("SELECT concat_ws('; ', enum_range(NULL::app.mood),"
                        + " obj_description('app.mood'::regtype), '\"Odd \"\"Name\"'::regtype, enum_range(NULL::twice),"
                        + " 'a@b'::mail)"))
                .isEqualTo("{sad,\"it's ok\"}; a\nfeeling; \"Odd \"\"Name\"; {a}; a@b");
    }
}

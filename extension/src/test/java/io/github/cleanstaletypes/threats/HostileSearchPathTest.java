package io.github.cleanstaletypes.threats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.HostileSchema;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;

/**
 * The owner of a database, or of a schema on somebody's search path, can put a namesake of everything before what the server has. Nothing
 * of it may be called by a superuser who looks, cleans or migrates there.
 */
class HostileSearchPathTest {

    @TempDir
    private Path directory;

    @EachServer({"14.22", "18.6"})
    void no_command_calls_anything_that_stands_before_the_servers_own(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            String owner = database.createRole();
            database.execute(
                    "ALTER DATABASE " + database.name() + " OWNER TO " + owner,
                    "GRANT CREATE ON SCHEMA public TO " + owner,
                    "CREATE EXTENSION amcheck SCHEMA public",
                    "CREATE TYPE public.mood AS ENUM ('sad')",
                    "CREATE TYPE public.spare AS ENUM ('sad')",
                    "CREATE DOMAIN public.label AS text",
                    "CREATE TABLE public.orders (id int, label public.label)",
                    "CREATE UNIQUE INDEX half_built ON public.orders ((id + 1), label) WHERE id > 0",
                    "CREATE INDEX half_dropped ON public.orders (id)",
                    "UPDATE pg_index SET indisvalid = false WHERE indrelid = 'public.orders'::regclass");
            database.execute(history());
            Files.writeString(directory.resolve("V2__orders.sql"), "CREATE TABLE orders (id int);");
            HostileSchema hostile = HostileSchema.in(database);
            assertThat(hostile.size()).isGreaterThan(400);
            for (String role : new String[] {PostgresServer.SUPERUSER, owner}) {
                everything(CommandRun.url(database, role));
                whileSomebodyHoldsTheLock(database, CommandRun.url(database, role));
            }
            assertThat(hostile.called()).isEmpty();

            // and it would be counted
            database.queryText("SELECT count(*) FROM pg_class WHERE oid = 1 AND relname = 'x'::text");
            assertThat(hostile.called()).isNotEmpty();
        }
    }

    private void everything(String url) throws Exception {
        CommandRun command = CommandRun.withoutDatabase().with("DATABASE_URL", url);
        Path log = directory.resolve("failed.log");
        Files.writeString(log, """
                ERROR:  duplicate key value violates unique constraint "pg_type_typname_nsp_index"
                DETAIL:  Key (typname, typnamespace)=(mood, 2200) already exists.
                Found non-empty schema(s) "public" but no schema history table
                Waiting for changelog lock.... Could not acquire change log lock. Currently locked by x since 2026
                """);
        ran(command.run("check", "--all-unused", "--migrations", directory.toString()));
        ran(command.run("check", "--all-databases", "--type", "public.label"));
        ran(command.run("clean", "--dry-run", "--type", "public.mood", "--probe"));
        ran(command.run("clean", "--type", "public.mood", "--probe"));
        ran(command.run("clean", "--type", "public.half_dropped"));
        ran(command.run("restore"));
        ran(command.run("explain", log.toString()));
        ran(command.run("wait"));
        ran(command.run("guard", "--migrations", directory.toString(), "--", "true"));
        ran(command.run("guard", "--lock-url", url, "--", "true"));
        // a token in the environment has guard ask who holds the lock
        ran(command.with(GuardToken.VARIABLE, "cst:1:00000000-0000000000000000").run("guard", "--", "true"));
        ran(command.run("guard", "--", "sh", "-c", "echo 'ERROR: 42710: type \"spare\" already exists' >&2; exit 1"));
    }

    private static void whileSomebodyHoldsTheLock(TestDatabase database, String url) throws SQLException {
        CommandRun command = CommandRun.withoutDatabase().with("DATABASE_URL", url);
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            statement.execute("SET search_path = pg_catalog");
            statement.execute("SELECT pg_advisory_lock(" + AdvisoryLock.KEY + ")");
            assertThat(command.run("clean", "--type", "public.spare", "--lock-wait", "0")
                            .exitCode())
                    .isEqualTo(3);
            assertThat(command.run("guard", "--lock-wait", "0", "--", "true").exitCode())
                    .isEqualTo(125);
        }
    }

    /** Whatever was found, it was found out: nothing broke off for want of what it is used to. */
    private static void ran(CommandRun.Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.everything()).isIn(0, 1);
    }

    private static String history() {
        return "CREATE TABLE public.flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50), description varchar(200),"
                + " type varchar(20), script varchar(1000), checksum int, installed_by varchar(100), installed_on timestamp DEFAULT now(),"
                + " execution_time int, success boolean); INSERT INTO public.flyway_schema_history VALUES"
                + " (1, '1', 'x', 'SQL', 'V1__x.sql', 0, 'x', now(), 1, true)";
    }
}

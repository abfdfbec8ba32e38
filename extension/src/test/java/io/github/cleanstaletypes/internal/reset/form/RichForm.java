package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database that has something of everything that is carried over, under names that do not like to be quoted; dropped when closed. */
final class RichForm implements AutoCloseable {

    private final TestDatabase database;
    private final List<String> roles = new ArrayList<>();

    RichForm(PostgresServer server) throws SQLException {
        database = server.createDatabase();
        String owner = role("Own\n\"er\" of 'it' \\ %I");
        String middle = role("ü".repeat(20));
        String last = role("public; DROP ROLE x; --");
        List<String> statements = new ArrayList<>(privileges(database.name(), owner, middle, last));
        statements.addAll(content(owner, middle, last));
        statements.addAll(settings(
                database.name(), middle, Integer.parseInt(server.version().split("\\.")[0])));
        database.execute(statements.toArray(new String[0]));
    }

    TestDatabase database() {
        return database;
    }

    private static List<String> privileges(String name, String owner, String middle, String last) {
        String on = " ON DATABASE " + name + " ";
        return List.of(
                "ALTER DATABASE " + name + " OWNER TO " + owner,
                "REVOKE CONNECT, TEMPORARY" + on + "FROM PUBLIC",
                "GRANT CONNECT" + on + "TO " + middle + " WITH GRANT OPTION",
                "GRANT CREATE" + on + "TO " + owner + " WITH GRANT OPTION",
                "GRANT CREATE" + on + "TO " + middle,
                "SET ROLE " + middle,
                "GRANT CONNECT" + on + "TO " + last + " WITH GRANT OPTION",
                "SET ROLE " + last,
                "GRANT CONNECT" + on + "TO PUBLIC",
                "RESET ROLE");
    }

    private static List<String> content(String owner, String middle, String last) {
        String schema = "\"of 'ext' %s \"\"\n\"";
        return List.of(
                "CREATE SCHEMA " + schema + " AUTHORIZATION " + middle,
                "COMMENT ON SCHEMA " + schema + " IS E'two\\nlines'",
                "GRANT USAGE ON SCHEMA " + schema + " TO " + last + " WITH GRANT OPTION",
                "CREATE SCHEMA plain AUTHORIZATION " + owner,
                "CREATE SCHEMA empty_of_privileges",
                "REVOKE ALL ON SCHEMA empty_of_privileges FROM postgres",
                "CREATE EXTENSION hstore SCHEMA " + schema,
                "CREATE EXTENSION pg_trgm SCHEMA plain VERSION '1.3'",
                "CREATE EXTENSION citext SCHEMA empty_of_privileges",
                "COMMENT ON EXTENSION hstore IS NULL",
                "CREATE EXTENSION cube SCHEMA public",
                "CREATE EXTENSION earthdistance SCHEMA public",
                "COMMENT ON EXTENSION earthdistance IS 'it''s mine'",
                "SET ROLE " + middle,
                "CREATE EXTENSION pgcrypto SCHEMA " + schema,
                "RESET ROLE",
                "ALTER SCHEMA public OWNER TO " + owner,
                "REVOKE ALL ON SCHEMA public FROM PUBLIC",
                "GRANT CREATE ON SCHEMA public TO " + middle,
                "COMMENT ON SCHEMA public IS 'ours'",
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " REVOKE ALL ON TABLES FROM " + owner,
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " GRANT ALL ON SEQUENCES TO " + last
                        + " WITH GRANT OPTION",
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC",
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + middle + " GRANT USAGE ON SCHEMAS TO PUBLIC",
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + middle + " REVOKE USAGE ON TYPES FROM PUBLIC");
    }

    private static List<String> settings(String name, String role, int version) {
        String all = "ALTER DATABASE " + name + " SET ";
        String one = "ALTER ROLE " + role + " IN DATABASE " + name + " SET ";
        List<String> statements = new ArrayList<>(List.of(
                "COMMENT ON DATABASE " + name + " IS E'it''s \"\\n\\\\ %I %% ü'",
                all + "work_mem TO '65536'",
                all + "search_path TO '$user', 'a, \"b', 'c d', public",
                all + "my.setting TO E'it''s \\\\ \"\\n=%s'",
                all + "my.empty TO ''",
                all + "datestyle TO 'iso, dmy'",
                one + "session_preload_libraries TO 'a', 'b c'",
                all + "temp_tablespaces TO 'nowhere', 'No where'",
                all + "default_transaction_read_only TO on",
                all + "role TO nobody",
                all + "TIME ZONE INTERVAL '-08:30' HOUR TO MINUTE",
                one + "search_path TO ''",
                one + "session_authorization TO nobody",
                one + "log_statement TO 'all'",
                "SELECT set_config('search_path', 'x,\"Y\" , z', false)",
                one + "temp_tablespaces TO ''",
                "ALTER ROLE postgres IN DATABASE " + name + " SET search_path FROM CURRENT",
                "SELECT set_config('search_path', '', false)",
                "ALTER ROLE ALL IN DATABASE " + name + " SET lock_timeout TO '3min'",
                "ALTER DATABASE " + name + " CONNECTION LIMIT 7 IS_TEMPLATE true"));
        if (version >= 15) {
            statements.add("ALTER ROLE " + role + " IN DATABASE " + name + " SET search_path FROM CURRENT");
        }
        return statements;
    }

    private String role(String text) throws SQLException {
        String name = '"' + (text + " " + database.name()).replace("\"", "\"\"") + '"';
        database.execute("CREATE ROLE " + name);
        roles.add(name);
        return name;
    }

    @Override
    public void close() throws SQLException {
        try (Connection superuser = database.server().superuser().getConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute("ALTER DATABASE " + database.name() + " IS_TEMPLATE false");
            database.close();
            for (String role : roles) {
                statement.execute("DROP ROLE " + role);
            }
        }
    }
}

package io.github.cleanstaletypes.internal.reset.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Each kind of what is carried over is seen to differ, if it does. */
class FormDifferenceTest {

    @EachServer(sample = 1)
    void is_seen_in_each_part_of_a_form(PostgresServer server) throws SQLException {
        try (RichForm rich = new RichForm(server);
                Connection maintenance = server.superuser().getConnection()) {
            TestDatabase database = rich.database();
            try (Connection inside = database.connect()) {
                String rows = "SELECT string_agg(xmin::text || setconfig::text, ' ' ORDER BY setrole)"
                        + " FROM pg_catalog.pg_db_role_setting";
                String untouched = database.queryText(rows);
                DatabaseForm before = FormReader.read(maintenance, inside, database.name());
                assertThat(database.queryText(rows))
                        .as("settings are tried in a transaction that is rolled back")
                        .isEqualTo(untouched);
                assertThat(FormDifference.between(before, before)).isEmpty();
                for (Map.Entry<String, String> change : changes(database.name()).entrySet()) {
                    try (var statement = inside.createStatement()) {
                        statement.execute("SET default_transaction_read_only = off; SET ROLE postgres");
                        statement.execute(change.getValue());
                    }
                    DatabaseForm after = FormReader.read(maintenance, inside, database.name());
                    assertThat(FormDifference.between(before, after))
                            .as(change.getValue())
                            .anySatisfy(line -> assertThat(line).contains(change.getKey()));
                    before = after;
                }
            }
        }
    }

    private static Map<String, String> changes(String name) {
        String row = " WHERE datname = '" + name + "'";
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("owner of extension", "UPDATE pg_extension SET extowner = 10 WHERE extname = 'pgcrypto'");
        changes.put("owner: is not", "ALTER DATABASE " + name + " OWNER TO postgres");
        changes.put("encoding", "UPDATE pg_database SET encoding = 8" + row);
        changes.put("LC_COLLATE", "UPDATE pg_database SET datcollate = 'de_DE.utf8'" + row);
        changes.put("LC_CTYPE", "UPDATE pg_database SET datctype = 'de_DE.utf8'" + row);
        changes.put("connection limit", "ALTER DATABASE " + name + " CONNECTION LIMIT 8");
        changes.put("template", "ALTER DATABASE " + name + " IS_TEMPLATE false");
        changes.put("comment: is not", "COMMENT ON DATABASE " + name + " IS 'another'");
        changes.put("TEMPORARY on the database", "GRANT TEMPORARY ON DATABASE " + name + " TO PUBLIC");
        changes.put("were changed", "UPDATE pg_database SET datacl = NULL" + row);
        changes.put("setting work_mem: is not", "ALTER DATABASE " + name + " SET work_mem = '65537'");
        changes.put("setting work_mem: is missing", "ALTER DATABASE " + name + " RESET work_mem");
        changes.put("setting work_mem of ", "ALTER ROLE postgres IN DATABASE " + name + " SET work_mem = '1MB'");
        changes.put("schema public: is not", "ALTER SCHEMA public OWNER TO postgres");
        changes.put("comment of schema public", "COMMENT ON SCHEMA public IS 'another'");
        changes.put("USAGE on schema public", "GRANT USAGE ON SCHEMA public TO PUBLIC");
        changes.put("extension pg_trgm: is not", "ALTER EXTENSION pg_trgm UPDATE");
        changes.put("extension citext: is not", "ALTER EXTENSION citext SET SCHEMA plain");
        changes.put("comment of extension", "COMMENT ON EXTENSION citext IS 'another'");
        changes.put("extension earthdistance: is missing", "DROP EXTENSION earthdistance");
        changes.put("extension isn: was not", "CREATE EXTENSION isn SCHEMA public");
        changes.put(
                "default privileges of postgres on tables: was not",
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC");
        changes.put(
                "default privileges of postgres on tables: is not",
                "ALTER DEFAULT PRIVILEGES GRANT UPDATE ON TABLES TO PUBLIC");
        changes.put(
                "default privileges of postgres on tables in schema plain",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA plain GRANT SELECT ON TABLES TO PUBLIC");
        changes.put("schema public: is missing", "DROP SCHEMA public CASCADE");
        return changes;
    }
}

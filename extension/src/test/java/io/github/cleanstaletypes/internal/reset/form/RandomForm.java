package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes a database's form by statements that are drawn; what the server does not take is left out. */
final class RandomForm {

    private static final List<String> EXTENSIONS =
            List.of("hstore", "citext", "pg_trgm", "cube", "earthdistance", "pgcrypto", "pageinspect", "isn");
    private static final List<String> SETTINGS = List.of(
            "work_mem = '%d'",
            "my.setting = 'it''s %d'",
            "search_path = \"$user\", public, \"a %d\"",
            "search_path = ''",
            "log_statement = 'all'",
            "lock_timeout = '%ds'",
            "temp_tablespaces = 'nowhere', \"b %d\"",
            "statement_timeout FROM CURRENT",
            "search_path FROM CURRENT");

    private final Random random;
    private final TestDatabase database;
    private final List<String> roles;
    private final List<String> schemas = List.of("public", "\"a 'schema' %s\"", "other");

    RandomForm(Random random, TestDatabase database, List<String> roles) {
        this.random = random;
        this.database = database;
        this.roles = roles;
    }

    /** Makes so many changes. */
    void change(int times) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            statements.add(statement());
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute("RESET ROLE");
                try {
                    if (random.nextInt(3) == 0) {
                        statement.execute("SET ROLE " + role());
                    }
                    statement.execute(sql);
                } catch (SQLException notNow) {
                    // what is not possible is not part of the form
                    assert notNow.getSQLState() != null;
                }
            }
        }
    }

    private String statement() {
        String on = " ON DATABASE " + database.name();
        String schema = one(schemas);
        String into = " IN DATABASE " + database.name();
        return switch (random.nextInt(16)) {
            case 0 -> "GRANT " + one("CONNECT", "TEMPORARY", "CREATE", "ALL") + on + " TO " + grantee();
            case 1 ->
                "REVOKE " + one("CONNECT", "TEMPORARY", "ALL") + on + " FROM " + one("PUBLIC", role()) + " CASCADE";
            case 2 -> "GRANT " + one("CONNECT", "CREATE") + on + " TO " + role() + " WITH GRANT OPTION";
            case 3 -> "CREATE SCHEMA " + one(schemas) + " AUTHORIZATION " + role();
            case 4 -> "ALTER SCHEMA " + schema + " OWNER TO " + role();
            case 5 -> "GRANT " + one("USAGE", "CREATE", "ALL") + " ON SCHEMA " + schema + " TO " + grantee();
            case 6 -> "REVOKE ALL ON SCHEMA " + schema + " FROM " + one("PUBLIC", role()) + " CASCADE";
            case 7, 8, 9 -> "CREATE EXTENSION " + one(EXTENSIONS) + " SCHEMA " + schema;
            case 10 ->
                "COMMENT ON " + one("SCHEMA " + schema, "EXTENSION " + one(EXTENSIONS)) + " IS "
                        + one("NULL", "'it''s a comment'");
            case 11 -> "ALTER DATABASE " + database.name() + " SET " + setting();
            case 12 -> "ALTER ROLE " + role() + into + " SET " + setting();
            case 13, 14 ->
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + role() + one("", " IN SCHEMA " + schema)
                        + (random.nextBoolean()
                                ? " GRANT ALL ON " + kind() + " TO " + grantee()
                                : " REVOKE ALL ON " + kind() + " FROM " + one("PUBLIC", role()));
            default ->
                one(
                        "DROP SCHEMA public",
                        "DROP EXTENSION plpgsql",
                        "CREATE SCHEMA public",
                        "COMMENT ON DATABASE " + database.name() + " IS 'a comment'",
                        "CREATE EXTENSION plpgsql");
        };
    }

    private String kind() {
        return one("TABLES", "SEQUENCES", "FUNCTIONS", "TYPES", "SCHEMAS");
    }

    private String setting() {
        return one(SETTINGS).formatted(random.nextInt(100, 1000));
    }

    private String grantee() {
        return one("PUBLIC", role(), role() + " WITH GRANT OPTION");
    }

    private String role() {
        return one(roles);
    }

    private String one(String... of) {
        return one(List.of(of));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}

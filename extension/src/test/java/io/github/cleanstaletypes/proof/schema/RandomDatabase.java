package io.github.cleanstaletypes.proof.schema;

import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Some random schemas side by side in one database, which is cheaper than a database for each; with privileges and settings of their own. */
final class RandomDatabase {

    /** Each of these changes how something is written, or what it means. */
    private static final List<String> SETTINGS = List.of(
            "standard_conforming_strings = off",
            "escape_string_warning = off",
            "backslash_quote = on",
            "IntervalStyle = sql_standard",
            "IntervalStyle = iso_8601",
            "DateStyle = 'SQL, DMY'",
            "TimeZone = 'Asia/Kathmandu'",
            "array_nulls = off",
            "bytea_output = escape",
            "extra_float_digits = -15",
            "xmloption = document",
            "transform_null_equals = on",
            "quote_all_identifiers = on",
            "row_security = off",
            "client_min_messages = error",
            "default_transaction_isolation = serializable",
            "enable_indexscan = off",
            "check_function_bodies = off");

    private final TestDatabase database;
    private final Random random;
    private final boolean sweeping;
    private final List<RandomSchema> schemas = new ArrayList<>();
    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();

    RandomDatabase(TestDatabase database, Random random, int size) {
        this.database = database;
        this.random = random;
        this.sweeping = random.nextInt(4) == 0;
        List<String> roles = Stream.generate(database::createRole).limit(4).toList();
        GeneratedType generated = new GeneratedType(random, roles, major());
        RandomNames names = new RandomNames(random);
        surroundings(roles);
        for (int i = 0; i < size; i++) {
            schemas.add(new RandomSchema(random, names, generated, roles, sweeping, major(), i));
        }
        settings();
    }

    /** Whether all types are claimed that nothing uses, and none by its name. */
    boolean isSweeping() {
        return sweeping;
    }

    List<RandomSchema> schemas() {
        return schemas;
    }

    Stream<MadeType> types() {
        return schemas.stream().flatMap(schema -> schema.types().stream());
    }

    /** All that makes it, so that it can be made again by hand. */
    String script() {
        return Stream.of(
                        before.stream(),
                        schemas.stream().flatMap(schema -> schema.statements().stream()),
                        after.stream())
                .flatMap(each -> each)
                .map(statement -> statement + ";\n")
                .reduce("", String::concat);
    }

    /** Makes it. */
    void create() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            run(statement, before);
            for (RandomSchema schema : schemas) {
                run(statement, schema.statements());
            }
        }
    }

    /** What sessions have from now on. */
    void harden() {
        database.execute(after.toArray(String[]::new));
    }

    /** Takes that back. */
    void soften() {
        database.execute(
                "ALTER DATABASE " + database.name() + " RESET ALL",
                "ALTER ROLE postgres IN DATABASE " + database.name() + " RESET ALL");
    }

    private static void run(Statement statement, List<String> all) throws SQLException {
        try {
            // one message for all, if the driver can take them apart
            statement.execute(String.join(";\n", all));
        } catch (SQLException e) {
            for (String each : all) {
                try {
                    statement.execute(each);
                } catch (SQLException why) {
                    throw new SQLException("The random schema is wrong, " + why.getMessage() + ": " + each, why);
                }
            }
        }
    }

    private void surroundings(List<String> roles) {
        before.addAll(List.of(GeneratedType.surroundings()));
        before.add("CREATE TABLE other.keeps (a other.mood, b other.base)");
        before.add("CREATE FOREIGN DATA WRAPPER random_wrapper");
        before.add("CREATE SERVER random_server FOREIGN DATA WRAPPER random_wrapper");
        if (random.nextBoolean()) {
            before.add("ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO " + roles.get(random.nextInt(roles.size()))
                    + (random.nextBoolean() ? " WITH GRANT OPTION" : ""));
        }
        if (random.nextInt(3) == 0) {
            before.add("ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC");
        }
    }

    private void settings() {
        for (int i = random.nextInt(4); i > 0; i--) {
            String setting = SETTINGS.get(random.nextInt(SETTINGS.size()));
            String whose = random.nextBoolean() ? "ALTER DATABASE " : "ALTER ROLE postgres IN DATABASE ";
            after.add(whose + database.name() + " SET " + setting);
        }
        if (random.nextBoolean()) {
            String path = schemas.get(0).types().stream()
                    .map(type -> GeneratedType.quoted(type.schema()))
                    .findFirst()
                    .orElse("public");
            after.add("ALTER DATABASE " + database.name() + " SET search_path = " + path + ", public");
        }
    }

    private int major() {
        return Integer.parseInt(database.server().version().split("\\.")[0]);
    }
}

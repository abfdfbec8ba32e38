package io.github.cleanstaletypes.proof.schema;

import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the server itself does with the types of a random database, each time in a transaction that is rolled back. */
final class ServersWord implements AutoCloseable {

    /** Those of the names that are there; shells among them, which {@code to_regtype} refuses. */
    private static final String THERE = """
            SELECT n.name
              FROM (SELECT format('"%1$s"."%2$s"', replace(s.nspname, '"', '""'), replace(t.typname, '"', '""')) AS name
                      FROM pg_type t JOIN pg_namespace s ON s.oid = t.typnamespace) n
             WHERE n.name = ANY (?)""";

    /** Each name that it would drop. */
    private static final String DROPPABLE = """
            CREATE FUNCTION pg_temp.droppable(names text[]) RETURNS SETOF text LANGUAGE plpgsql AS $do$
            DECLARE each text;
            BEGIN
                FOREACH each IN ARRAY names LOOP
                    BEGIN
                        EXECUTE 'DROP TYPE ' || each || ' RESTRICT';
                        RAISE SQLSTATE 'ZZ001';
                    EXCEPTION WHEN SQLSTATE 'ZZ001' THEN RETURN NEXT each;
                    WHEN dependent_objects_still_exist THEN NULL;
                    END;
                END LOOP;
            END $do$
            """;

    /** The remedy that people pass on: what has no table of its name is dropped with all that uses it. Returns the names that are still there. */
    private static final String FOLK = """
            CREATE FUNCTION pg_temp.folk(claimed text[], names text[], kept text[]) RETURNS SETOF text LANGUAGE plpgsql AS $do$
            BEGIN
                FOR i IN 1 .. cardinality(claimed) LOOP
                    IF NOT EXISTS (SELECT FROM pg_catalog.pg_tables WHERE tablename = names[i]) THEN
                        BEGIN
                            EXECUTE 'DROP TYPE IF EXISTS ' || claimed[i] || ' CASCADE';
                        EXCEPTION WHEN dependent_objects_still_exist OR wrong_object_type THEN NULL;
                        END;
                    END IF;
                END LOOP;
                RETURN QUERY {there};
            END $do$
            """.replace("{there}", THERE.replace("?", "kept"));

    private final Connection connection;

    ServersWord(TestDatabase database) throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET client_min_messages = error");
            connection.commit();
        }
    }

    /** Those that it would drop, each by itself. */
    Set<String> droppable(List<MadeType> types) throws SQLException {
        try (PreparedStatement ask = prepared(DROPPABLE, "SELECT pg_temp.droppable(?)")) {
            ask.setArray(1, texts(types.stream().map(MadeType::sql).toList()));
            return answer(ask);
        } finally {
            connection.rollback();
        }
    }

    /** Those types that are still there, of all that must stay, once a schema was healed by hand. */
    Set<String> leftByFolk(RandomSchema schema) throws SQLException {
        List<MadeType> claimed =
                schema.types().stream().filter(MadeType::isClaimed).toList();
        try (PreparedStatement heal = prepared(FOLK, "SELECT pg_temp.folk(?, ?, ?)")) {
            heal.setArray(1, texts(claimed.stream().map(MadeType::sql).toList()));
            heal.setArray(2, texts(claimed.stream().map(MadeType::name).toList()));
            heal.setArray(
                    3,
                    texts(schema.types().stream()
                            .filter(MadeType::stays)
                            .map(MadeType::sql)
                            .toList()));
            return answer(heal);
        } finally {
            connection.rollback();
        }
    }

    /** Those of them that are there. */
    Set<String> there(List<String> names) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(THERE)) {
            ask.setArray(1, texts(names));
            return answer(ask);
        } finally {
            connection.rollback();
        }
    }

    /** The catalogs as they are. */
    CatalogRows now() throws SQLException {
        CatalogRows rows = CatalogRows.read(connection);
        connection.rollback();
        return rows;
    }

    /** The catalogs as they would be after exactly these were dropped; a user comes after what it uses. */
    CatalogRows without(List<MadeType> types) throws SQLException {
        List<MadeType> users = new ArrayList<>(types);
        Collections.reverse(users);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (MadeType type : users) {
                statement.execute("DROP TYPE " + type.sql() + " RESTRICT");
            }
            return CatalogRows.read(connection);
        } finally {
            connection.rollback();
        }
    }

    private PreparedStatement prepared(String function, String call) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(function);
        }
        return connection.prepareStatement(call);
    }

    private java.sql.Array texts(List<String> all) throws SQLException {
        return connection.createArrayOf("text", all.toArray());
    }

    private static Set<String> answer(PreparedStatement ask) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = ask.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package io.github.cleanstaletypes.recovery;

import io.github.cleanstaletypes.race.OneConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Things beside the stale type that must not be lost: much like it, or with data. */
final class Surroundings {

    private static final String CREATE = """
            CREATE SCHEMA app;
            CREATE TYPE app.mood AS ENUM ('a', 'b');
            CREATE TYPE public."Mood" AS (a app.mood, b int);
            CREATE TYPE public.stale_mood AS ENUM ('a');
            CREATE DOMAIN public.level AS int CHECK (VALUE > 0);
            CREATE TABLE app.diary(id int PRIMARY KEY, m app.mood, ms app.mood[], l public.level, c public."Mood");
            INSERT INTO app.diary SELECT g, 'a', '{a,b}', g, ROW('b', g)::public."Mood" FROM generate_series(1, 100) g;
            CREATE VIEW app.happy AS SELECT * FROM app.diary WHERE m = 'a';
            CREATE FUNCTION app.feel(app.mood) RETURNS int LANGUAGE sql AS 'SELECT 1';
            COMMENT ON TYPE app.mood IS 'of the diary';
            COMMENT ON TABLE app.diary IS 'dear';
            """;

    /** All that is in user schemas but the one that holds the stale type; a line for each thing. */
    private static final String LINES = """
            SELECT format('relation %s %s of %s', c.oid::regclass, c.relkind, c.reltype) FROM pg_class c WHERE c.relnamespace = ANY (:s)
            UNION ALL
            SELECT format('type %s %s %s %s', t.oid::regtype, t.oid, t.typtype, t.typarray) FROM pg_type t WHERE t.typnamespace = ANY (:s)
            UNION ALL
            SELECT format('label %s %s', e.enumtypid::regtype, e.enumlabel) FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
             WHERE t.typnamespace = ANY (:s)
            UNION ALL
            SELECT format('column %s %s %s', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod))
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = ANY (:s)
            UNION ALL
            SELECT format('constraint %s %s', k.conname, pg_get_constraintdef(k.oid)) FROM pg_constraint k WHERE k.connamespace = ANY (:s)
            UNION ALL
            SELECT format('function %s %s', f.oid::regprocedure, f.prosrc) FROM pg_proc f WHERE f.pronamespace = ANY (:s)
            UNION ALL
            SELECT format('comment %s on %s', d.description, pg_describe_object(d.classoid, d.objoid, d.objsubid))
              FROM pg_description d WHERE d.objoid >= 16384 AND pg_describe_object(d.classoid, d.objoid, d.objsubid) !~ 'stale\\.'
            UNION ALL
            SELECT 'row ' || d FROM app.diary d
            UNION ALL
            SELECT 'row of the view ' || h FROM app.happy h
            ORDER BY 1""".replace(
            ":s", "ARRAY(SELECT n.oid FROM pg_namespace n WHERE n.nspname !~ '^pg_|^information_schema$|^stale$')");

    private Surroundings() {}

    static void create(OneConnection connection) throws SQLException {
        connection.execute(CREATE);
    }

    static List<String> of(OneConnection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.connection().createStatement();
                ResultSet rows = statement.executeQuery(LINES)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}

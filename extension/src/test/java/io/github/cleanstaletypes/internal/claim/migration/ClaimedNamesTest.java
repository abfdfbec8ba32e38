package io.github.cleanstaletypes.internal.claim.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.claim.Conflict;
import io.github.cleanstaletypes.internal.claim.sql.MigrationScript;
import io.github.cleanstaletypes.internal.claim.sql.ScriptReader;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The names that are claimed are those that come into being when a server runs the script. */
class ClaimedNamesTest {

    private static final String MADE = """
            SELECT n.nspname || '.' || c.relname
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
               AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass
                                                         AND d.deptype IN ('a', 'i') AND c.relkind = 'S')
            UNION
            SELECT n.nspname || '.' || t.typname
              FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
             WHERE t.typtype IN ('e', 'd', 'r') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            """;

    private static final List<String> SCRIPTS = List.of(
            "CREATE TABLE a (id int); CREATE TABLE IF NOT EXISTS public.\"B c\" (id serial, x text); CREATE UNLOGGED TABLE c ()",
            "CREATE TABLE a AS SELECT 1 AS x; SELECT x INTO b FROM a; WITH q AS (SELECT 1 AS y) SELECT y INTO UNLOGGED TABLE c FROM q",
            "CREATE VIEW v AS SELECT 1; CREATE OR REPLACE VIEW v AS SELECT 1; CREATE MATERIALIZED VIEW m AS SELECT 2;"
                    + " CREATE RECURSIVE VIEW r (n) AS VALUES (1)",
            "CREATE TYPE e AS ENUM ('x'); CREATE TYPE c AS (a int); CREATE TYPE r AS RANGE (subtype = int4); CREATE DOMAIN d AS text",
            "CREATE SEQUENCE s; CREATE TEMP TABLE t (id int); CREATE TEMPORARY SEQUENCE ts; SELECT 1 AS x INTO TEMP tt",
            "CREATE TABLE a (id int); DROP TABLE a; CREATE TYPE b AS ENUM (); DROP TYPE IF EXISTS b, nothing CASCADE",
            "CREATE TABLE a (id int); ALTER TABLE a RENAME TO b; ALTER TABLE b RENAME COLUMN id TO a; ALTER TABLE b RENAME a TO z",
            "CREATE SCHEMA app; CREATE TABLE a (); ALTER TABLE a SET SCHEMA app; CREATE TYPE e AS ENUM (); ALTER TYPE e SET SCHEMA app;"
                    + " ALTER TYPE app.e RENAME TO f",
            "CREATE SCHEMA app; SET search_path = app, public; CREATE TABLE a (); RESET search_path; CREATE TABLE b ()",
            "CREATE SCHEMA app; SET search_path TO 'app'; CREATE TYPE a AS ENUM (); SET search_path TO DEFAULT; CREATE TABLE b ()",
            "CREATE SCHEMA app; SELECT pg_catalog.set_config('search_path', 'app', false); CREATE TABLE a ()",
            "CREATE SCHEMA app; BEGIN; SET LOCAL search_path = app; CREATE TABLE a (); COMMIT; CREATE TABLE b ()",
            "CREATE SCHEMA app CREATE TABLE a (id int) CREATE VIEW v AS SELECT id FROM a; CREATE TABLE app.b (); SET SCHEMA 'app';"
                    + " CREATE TABLE c ()",
            "CREATE SCHEMA app; CREATE TABLE app.a (); DROP SCHEMA app CASCADE; CREATE TABLE a ()",
            "CREATE TABLE p (id int) PARTITION BY RANGE (id); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10);"
                    + " CREATE TYPE k AS (id int); CREATE TABLE typed OF k; CREATE TABLE li (LIKE p)",
            "CREATE TABLE a (t text DEFAULT 'CREATE TABLE x ();', \"create table y\" int); COMMENT ON TABLE a IS E'\\'; CREATE TABLE z ();';"
                    + " /* CREATE TABLE w (); /* */ */ -- CREATE TABLE u ();\n INSERT INTO a VALUES ($$; CREATE TABLE s ();$$)",
            "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $f$ BEGIN CREATE TABLE never (); END; $f$; CREATE TABLE a ()",
            "CREATE TABLE Größe (id int); CREATE TABLE \"Größe\" (id int); CREATE TABLE a$b ()",
            "CREATE TABLE a (id int); CREATE TEMP TABLE a (id int); DROP TABLE a; CREATE TABLE b ()",
            "CREATE TYPE m AS ENUM ('a'); ALTER TYPE m RENAME TO m_old; CREATE TYPE m AS ENUM ('b'); DROP TYPE m_old",
            "CREATE EXTENSION file_fdw; CREATE SERVER s FOREIGN DATA WRAPPER file_fdw; CREATE FOREIGN TABLE ft (x text) SERVER s"
                    + " OPTIONS (filename '/dev/null')");

    private static final String MADE_INDEXES = """
            SELECT n.nspname || '.' || c.relname
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('i', 'I') AND n.nspname IN ('public', 'app') AND c.relname !~ '_(idx|key|pkey)$'
            """;

    private static final List<String> INDEXES = List.of(
            "CREATE INDEX i ON t (a); CREATE UNIQUE INDEX j ON ONLY public.t USING btree (a); CREATE INDEX \"K k\" ON app.t (b)",
            "CREATE INDEX IF NOT EXISTS i ON t (a); CREATE INDEX ON t (a); CREATE UNIQUE INDEX ON app.t (a, b)",
            "CREATE INDEX i ON t (a); DROP INDEX i; CREATE INDEX j ON t (a); DROP INDEX IF EXISTS public.j, nothing",
            "CREATE INDEX i ON t (a); ALTER INDEX i RENAME TO j; CREATE INDEX k ON t (a); ALTER TABLE k RENAME TO l",
            "CREATE TABLE u (a int); CREATE INDEX i ON u (a); DROP TABLE u",
            "CREATE TABLE u (a int); CREATE INDEX i ON u (a); ALTER TABLE u RENAME TO v; CREATE INDEX j ON v (a); DROP TABLE v",
            "CREATE TABLE u (a int); CREATE INDEX i ON u (a); ALTER TABLE u SET SCHEMA app",
            "ALTER TABLE t ADD CONSTRAINT p PRIMARY KEY (a), ADD CONSTRAINT u UNIQUE (b), ADD CONSTRAINT c CHECK (a > 0)",
            "ALTER TABLE ONLY t ADD CONSTRAINT x EXCLUDE USING btree (a WITH =); ALTER TABLE t ADD UNIQUE (a)",
            "CREATE UNIQUE INDEX i ON t (a); ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX i",
            "CREATE UNIQUE INDEX i ON t (a); ALTER TABLE t ADD CONSTRAINT i UNIQUE USING INDEX i",
            "CREATE TABLE u (a int CONSTRAINT f UNIQUE, b int CONSTRAINT nn NOT NULL, CONSTRAINT g PRIMARY KEY (a, b))",
            "CREATE TEMP TABLE w (a int); CREATE INDEX i ON w (a)",
            "CREATE MATERIALIZED VIEW m AS SELECT 1 AS a; CREATE INDEX i ON m (a)",
            "CREATE TABLE u (a int) PARTITION BY LIST (a); CREATE INDEX i ON ONLY u (a); CREATE TABLE u1 PARTITION OF u"
                    + " (CONSTRAINT z UNIQUE (a)) FOR VALUES IN (1)",
            "SET search_path = app; CREATE TABLE v (a int); CREATE INDEX i ON v (a)");

    @EachServer
    void are_those_that_a_server_makes(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            for (String script : SCRIPTS) {
                database.execute(script);
                assertThat(claimed(script)).as(script).isEqualTo(new TreeSet<>(database.queryTexts(MADE)));
                database.execute("DROP SCHEMA IF EXISTS app, public CASCADE", "CREATE SCHEMA public");
            }
        }
    }

    /** Of indexes that nobody has named the server chooses a free name. */
    @EachServer(sample = 1)
    void of_indexes_are_those_that_a_server_makes_and_was_told(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE SCHEMA app");
            for (String script : INDEXES) {
                database.execute("CREATE TABLE t (a int, b int)", "CREATE TABLE app.t (a int, b int)");
                database.execute(script);
                assertThat(indexes(script)).as(script).isEqualTo(new TreeSet<>(database.queryTexts(MADE_INDEXES)));
                database.execute("DROP SCHEMA app, public CASCADE", "CREATE SCHEMA public", "CREATE SCHEMA app");
            }
        }
    }

    @Test
    void are_none_where_a_name_cannot_be_known() {
        for (String statement : List.of(
                "CREATE TABLE ${schema}.a ()",
                "CREATE TABLE a_${suffix} ()",
                "CREATE TABLE \"${x}\" ()",
                "CREATE TABLE {{ x }}.a ()",
                "CREATE TABLE :name ()",
                "CREATE TABLE a{{x}} ()",
                "CREATE TABLE `a` (id int)",
                "CREATE TABLE U&\"a\" ()",
                "CREATE TABLE",
                "FROBNICATE a",
                "SET search_path = ${x}; CREATE TABLE a ()",
                "SELECT set_config('search_path', '', false); CREATE TABLE a ()",
                "\\connect other\nCREATE TABLE a ()")) {
            ScriptReader reader = reader(statement);
            assertThat(reader.conflicts()).as(statement).isEmpty();
            assertThat(reader.notUnderstood()).as(statement).isEqualTo(1);
        }
    }

    @Test
    void are_not_those_of_blocks_that_may_do_anything() {
        assertThat(reader("DO $$ BEGIN CREATE TABLE a (); END $$").notes())
                .containsExactly(
                        "1 DO block or included script of pending migrations that may create anything (the first: script, line 1)");
    }

    private static TreeSet<String> indexes(String script) {
        ScriptReader reader = reader(script);
        assertThat(reader.notUnderstood()).as(script).isZero();
        TreeSet<String> names = new TreeSet<>();
        reader.conflicts().forEach((name, conflict) -> {
            if (conflict == Conflict.RELATION || conflict == Conflict.INVALID_INDEX) {
                names.add(name.schema() + "." + name.name());
            }
        });
        return names;
    }

    private static TreeSet<String> claimed(String script) {
        ScriptReader reader = reader(script);
        assertThat(reader.notUnderstood()).as(script).isZero();
        TreeSet<String> names = new TreeSet<>();
        reader.conflicts().keySet().forEach(name -> names.add(name.schema() + "." + name.name()));
        return names;
    }

    private static ScriptReader reader(String script) {
        ScriptReader reader = new ScriptReader(List.of("public"));
        reader.read(new MigrationScript("script", script));
        return reader;
    }
}

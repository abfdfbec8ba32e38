package io.github.cleanstaletypes.proof.interleaving;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The scripts of the other session. */
final class OtherScripts {

    private OtherScripts() {}

    /** Each of them, with both ends. */
    static List<Script> all() {
        List<Script> all = new ArrayList<>();
        for (Script script :
                Stream.concat(committing().stream(), ofIndexes().stream()).toList()) {
            all.add(script);
            all.add(script.rolledBack());
        }
        return all;
    }

    private static List<Script> committing() {
        return List.of(
                uses(
                        "table column",
                        Kind.ENUM,
                        "CREATE TABLE used (c mood)",
                        "INSERT INTO used VALUES ('a')",
                        "TABLE used"),
                uses(
                        "array column",
                        Kind.ENUM,
                        "CREATE TABLE used (c mood[])",
                        "INSERT INTO used VALUES ('{a,b}')",
                        "TABLE used"),
                uses("domain over it", Kind.ENUM, "CREATE DOMAIN used AS mood", "SELECT 'a'::used"),
                uses(
                        "function by its signature",
                        Kind.ENUM,
                        "CREATE FUNCTION used(m mood) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                        "SELECT used('a')"),
                uses("view", Kind.ENUM, "CREATE VIEW used AS SELECT NULL::mood AS c", "TABLE used"),
                uses("composite attribute", Kind.ENUM, "CREATE TYPE used AS (a mood)", "SELECT ROW('a')::used"),
                uses("range over it", Kind.ENUM, "CREATE TYPE used AS RANGE (subtype = mood)", "SELECT '[a,b]'::used"),
                uses(
                        "column of a range",
                        Kind.RANGE,
                        "CREATE TABLE used (c mood)",
                        "INSERT INTO used VALUES ('[1,2)')",
                        "TABLE used"),
                uses(
                        "column of a multirange",
                        Kind.RANGE,
                        "CREATE TABLE used (c mood_multirange)",
                        "INSERT INTO used VALUES ('{[1,2)}')",
                        "TABLE used"),
                uses(
                        "typed table",
                        Kind.COMPOSITE,
                        "CREATE TABLE used OF mood",
                        "INSERT INTO used VALUES (1)",
                        "TABLE used"),
                mentions(Kind.ENUM, "'a'"),
                mentions(Kind.RANGE, "'[1,2)'"),
                takes(
                        "create of a type of the name",
                        Kind.ENUM,
                        "CREATE TYPE mood AS ENUM ('new')",
                        "SELECT 'new'::mood"),
                takes(
                        "create of a table of the name",
                        Kind.ENUM,
                        "CREATE TABLE mood (id int)",
                        "INSERT INTO mood VALUES (1)"),
                takes(
                        "create of a range of the name",
                        Kind.RANGE,
                        "CREATE TYPE mood AS RANGE (subtype = date)",
                        "SELECT mood('2020-01-01', '2020-01-02')"),
                drops(Kind.ENUM),
                drops(Kind.RANGE),
                moves("rename", Kind.ENUM, "ALTER TYPE mood RENAME TO wanted", "SELECT 'a'::wanted"),
                moves("rename of a range", Kind.RANGE, "ALTER TYPE mood RENAME TO wanted", "SELECT '[1,2)'::wanted"),
                moves(
                        "move to another schema",
                        Kind.ENUM,
                        "ALTER TYPE mood SET SCHEMA elsewhere",
                        "SELECT 'a'::elsewhere.mood"),
                alters("new label", Kind.ENUM, "ALTER TYPE mood ADD VALUE 'late'"),
                alters("renamed label", Kind.ENUM, "ALTER TYPE mood RENAME VALUE 'a' TO 'late'"),
                alters("new attribute", Kind.COMPOSITE, "ALTER TYPE mood ADD ATTRIBUTE late int"),
                alters("new constraint", Kind.DOMAIN, "ALTER DOMAIN mood ADD CONSTRAINT late CHECK (VALUE <> 'late')"),
                alters("new comment", Kind.ENUM, "COMMENT ON TYPE mood IS 'late'"),
                alters("new owner", Kind.ENUM, "ALTER TYPE mood OWNER TO pg_monitor"),
                alters("new privilege", Kind.ENUM, "GRANT USAGE ON TYPE mood TO pg_monitor"),
                new Script(
                        "table column, and its drop",
                        Kind.ENUM,
                        List.of("CREATE TABLE used (c mood)", "DROP TABLE used"),
                        true,
                        ScriptEffect.NOTHING,
                        List.of()),
                new Script(
                        "rename, and back",
                        Kind.ENUM,
                        List.of("ALTER TYPE mood RENAME TO wanted", "ALTER TYPE wanted RENAME TO mood"),
                        true,
                        ScriptEffect.NOTHING,
                        List.of()),
                new Script(
                        "drop, and create anew",
                        Kind.ENUM,
                        List.of("DROP TYPE mood", "CREATE TYPE mood AS ENUM ('new')"),
                        true,
                        ScriptEffect.TAKES_THE_NAME,
                        List.of("SELECT 'new'::mood")),
                new Script(
                        "rename, and create anew",
                        Kind.ENUM,
                        List.of("ALTER TYPE mood RENAME TO wanted", "CREATE TYPE mood AS ENUM ('new')"),
                        true,
                        ScriptEffect.MOVES,
                        List.of("SELECT 'a'::wanted")),
                new Script(
                        "new comment, and table column",
                        Kind.ENUM,
                        List.of("COMMENT ON TYPE mood IS 'late'", "CREATE TABLE used (c mood)"),
                        true,
                        ScriptEffect.USES,
                        List.of("INSERT INTO used VALUES ('a')", "TABLE used")));
    }

    private static List<Script> ofIndexes() {
        String valid = "SELECT 1 / indisvalid::int FROM pg_index WHERE indexrelid = '%s'::regclass";
        String there = "SELECT '%s'::regclass";
        return List.of(
                uses("rebuild of the index", Kind.INDEX, "REINDEX INDEX mood", valid.formatted("mood")),
                moves(
                        "rename of the index",
                        Kind.INDEX,
                        "ALTER INDEX mood RENAME TO wanted",
                        there.formatted("wanted")),
                new Script(
                        "drop of the index",
                        Kind.INDEX,
                        List.of("DROP INDEX mood"),
                        true,
                        ScriptEffect.DROPS,
                        List.of()),
                new Script(
                        "drop of the table", Kind.INDEX, List.of("DROP TABLE t"), true, ScriptEffect.DROPS, List.of()),
                alters("new setting of the index", Kind.INDEX, "ALTER INDEX mood SET (fillfactor = 50) /* late */"),
                new Script(
                        "row",
                        Kind.INDEX,
                        List.of("INSERT INTO t VALUES (1)"),
                        true,
                        ScriptEffect.NOTHING,
                        List.of("SELECT 1 / count(*) FROM t")),
                takes(
                        "create of an index of the name",
                        Kind.INDEX,
                        "CREATE INDEX mood ON t (id)",
                        valid.formatted("mood")),
                new Script(
                        "rename of the index, and create anew",
                        Kind.INDEX,
                        List.of("ALTER INDEX mood RENAME TO wanted", "CREATE INDEX mood ON t (id)"),
                        true,
                        ScriptEffect.MOVES,
                        List.of(valid.formatted("mood"))));
    }

    private static Script uses(String name, Kind kind, String create, String... probes) {
        return new Script(name, kind, List.of(create), true, ScriptEffect.USES, List.of(probes));
    }

    private static Script mentions(Kind kind, String value) {
        return new Script(
                "function by its body",
                kind,
                List.of("CREATE FUNCTION used() RETURNS text LANGUAGE plpgsql AS $$BEGIN RETURN " + value
                        + "::mood::text; END$$"),
                true,
                ScriptEffect.MENTIONS,
                List.of("SELECT used()"));
    }

    private static Script takes(String name, Kind kind, String create, String probe) {
        return new Script(name, kind, List.of(create), true, ScriptEffect.TAKES_THE_NAME, List.of(probe));
    }

    private static Script drops(Kind kind) {
        return new Script("drop", kind, List.of("DROP TYPE mood"), true, ScriptEffect.DROPS, List.of());
    }

    private static Script moves(String name, Kind kind, String alter, String probe) {
        return new Script(name, kind, List.of(alter), true, ScriptEffect.MOVES, List.of(probe));
    }

    private static Script alters(String name, Kind kind, String alter) {
        return new Script(name, kind, List.of(alter), true, ScriptEffect.ALTERS, List.of());
    }
}

package io.github.cleanstaletypes.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to use a type.
 *
 * @param by what uses it, for messages
 * @param type the name of the type that is used
 * @param words how evidence is to name the user; with "or" where servers differ
 * @param works a statement that succeeds only while the user of the type is whole
 * @param setup the statements that make the type and its user
 */
public record KindOfUse(String by, String type, String words, String works, List<String> setup) {

    private static final String MOOD = "CREATE TYPE mood AS ENUM ('sad', 'ok')";
    private static final String TABLE = "CREATE TABLE o (x int, y text)";
    /** An expression that needs the type, and is immutable. */
    private static final String EXPRESSION = "(CASE x WHEN 1 THEN 'ok'::mood END)";

    /** Uses that the server knows of. */
    public static List<KindOfUse> known() {
        return List.of(
                mood("column", "column c of table public.o", "INSERT INTO o VALUES ('ok')", "CREATE TABLE o (c mood)"),
                mood(
                        "array column",
                        "column c of table public.o",
                        "INSERT INTO o VALUES ('{ok}')",
                        "CREATE TABLE o (c mood[])"),
                mood("domain", "type public.d", "SELECT 'ok'::d", "CREATE DOMAIN d AS mood"),
                mood("domain over the array", "type public.d", "SELECT '{ok}'::d", "CREATE DOMAIN d AS mood[]"),
                mood(
                        "composite attribute",
                        "column b of composite type public.pair",
                        "SELECT ROW(1, 'ok')::pair",
                        "CREATE TYPE pair AS (a int, b mood)"),
                mood(
                        "range subtype",
                        "type public.moods",
                        "SELECT moods('sad', 'ok')",
                        "CREATE TYPE moods AS RANGE (subtype = mood)"),
                mood(
                        "function argument",
                        "function public.f(public.mood)",
                        "SELECT f('ok')",
                        "CREATE FUNCTION f(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'"),
                mood(
                        "array argument of a procedure",
                        "procedure public.p(public.mood[])",
                        "CALL p('ok')",
                        "CREATE PROCEDURE p(VARIADIC mood[]) LANGUAGE sql AS ''"),
                mood(
                        "function result",
                        "function public.f()",
                        "SELECT f()",
                        "CREATE FUNCTION f() RETURNS mood LANGUAGE plpgsql AS 'BEGIN RETURN ''ok''; END'"),
                mood(
                        "column of a function's table",
                        "function public.f()",
                        "SELECT f()",
                        "CREATE FUNCTION f() RETURNS TABLE (a int, b mood[]) LANGUAGE plpgsql AS 'BEGIN END'"),
                mood(
                        "default of a function's argument",
                        "function public.f(integer)",
                        "SELECT f()",
                        "CREATE FUNCTION f(int DEFAULT length('ok'::mood::text)) RETURNS int LANGUAGE sql AS 'SELECT 1'"),
                mood(
                        "body that the server has parsed",
                        "function public.f()",
                        "SELECT f()",
                        "CREATE FUNCTION f() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT 'ok'::mood::text; END"),
                mood(
                        "array without elements in a view",
                        "view public.v",
                        "SELECT * FROM v",
                        "CREATE VIEW v AS SELECT cardinality(ARRAY[]::mood[])"),
                mood(
                        "array without elements in a default",
                        "default value for public.o.c",
                        "INSERT INTO o DEFAULT VALUES",
                        "CREATE TABLE o (c int DEFAULT cardinality(ARRAY[]::mood[]))"),
                mood(
                        "array without elements in a check constraint",
                        "table constraint k on public.o",
                        "INSERT INTO o VALUES (1)",
                        "CREATE TABLE o (x int CONSTRAINT k CHECK (x > cardinality(ARRAY[]::mood[])))"),
                mood(
                        "array without elements in a default of a function's argument",
                        "function public.f(integer)",
                        "SELECT f()",
                        "CREATE FUNCTION f(int DEFAULT cardinality(ARRAY[]::mood[])) RETURNS int LANGUAGE sql AS 'SELECT 1'"),
                mood("view", "view public.v", "SELECT * FROM v", "CREATE VIEW v AS SELECT 'ok'::mood::text"),
                mood(
                        "name in a view",
                        "view public.v",
                        "SELECT * FROM v",
                        "CREATE VIEW v AS SELECT 'mood'::regtype::text"),
                mood(
                        "materialized view",
                        "materialized view public.m",
                        "REFRESH MATERIALIZED VIEW m",
                        "CREATE MATERIALIZED VIEW m AS SELECT 'ok'::mood::text"),
                mood(
                        "column default",
                        "default value for public.o.c",
                        "INSERT INTO o DEFAULT VALUES",
                        "CREATE TABLE o (c text DEFAULT 'ok'::mood::text)"),
                mood(
                        "generated column",
                        "default value for public.o.c or column c of table public.o",
                        "INSERT INTO o VALUES (1)",
                        "CREATE TABLE o (x int, c bool GENERATED ALWAYS AS (" + EXPRESSION + " = 'ok') STORED)"),
                mood(
                        "check constraint",
                        "table constraint k on public.o",
                        "INSERT INTO o VALUES (1)",
                        TABLE,
                        "ALTER TABLE o ADD CONSTRAINT k CHECK (" + EXPRESSION + " = 'ok')"),
                mood(
                        "check constraint of a domain",
                        "domain constraint k on public.d",
                        "SELECT 'ok'::d",
                        "CREATE DOMAIN d AS text CONSTRAINT k CHECK (VALUE <> 'sad'::mood::text)"),
                mood(
                        "index expression",
                        "index public.i",
                        "INSERT INTO o VALUES (1)",
                        TABLE,
                        "CREATE INDEX i ON o ((" + EXPRESSION + " = 'ok'))"),
                mood(
                        "index predicate",
                        "index public.i",
                        "INSERT INTO o VALUES (1)",
                        TABLE,
                        "CREATE INDEX i ON o (x) WHERE " + EXPRESSION + " = 'ok'"),
                mood(
                        "partition key",
                        "table public.p",
                        "INSERT INTO p VALUES (1)",
                        "CREATE TABLE p (x int) PARTITION BY LIST ((" + EXPRESSION + " = 'ok'))",
                        "CREATE TABLE p1 PARTITION OF p DEFAULT"),
                mood(
                        "policy",
                        "policy p on public.o",
                        "SELECT 1 / count(*) FROM pg_policies WHERE policyname = 'p' AND qual LIKE '%mood%'",
                        TABLE,
                        "CREATE POLICY p ON o USING (" + EXPRESSION + " = 'ok')"),
                mood(
                        "rule",
                        "rule r on public.o",
                        "INSERT INTO o VALUES (1)",
                        TABLE,
                        "CREATE RULE r AS ON INSERT TO o WHERE 'ok'::mood = 'sad' DO INSTEAD NOTHING"),
                mood(
                        "trigger condition",
                        "trigger t on public.o",
                        "INSERT INTO o VALUES (1); UPDATE o SET x = 2",
                        TABLE,
                        "CREATE TRIGGER t BEFORE UPDATE ON o FOR EACH ROW WHEN (NEW.y = 'ok'::mood::text)"
                                + " EXECUTE FUNCTION suppress_redundant_updates_trigger()"),
                mood(
                        "cast",
                        "cast (pg_catalog.text AS public.mood)",
                        "INSERT INTO o SELECT 'ok'::text",
                        "CREATE TABLE o (c text)",
                        "CREATE CAST (text AS mood) WITH INOUT AS ASSIGNMENT"),
                mood(
                        "aggregate",
                        "aggregate public.latest(public.mood)",
                        "SELECT latest('ok'::mood)",
                        "CREATE AGGREGATE latest(mood) (SFUNC = enum_larger, STYPE = mood)"),
                mood(
                        "operator",
                        "operator public.===(public.mood,public.mood)",
                        "SELECT 'ok'::mood === 'sad'::mood",
                        "CREATE FUNCTION same(mood, mood) RETURNS bool LANGUAGE sql AS 'SELECT $1 = $2'",
                        "CREATE OPERATOR === (LEFTARG = mood, RIGHTARG = mood, FUNCTION = same)"),
                mood(
                        "operator class",
                        "operator class public.oc USING btree",
                        "CREATE TABLE o (c mood); CREATE INDEX ON o (c oc)",
                        "CREATE OPERATOR CLASS oc FOR TYPE mood USING btree AS"
                                + " FUNCTION 1 (mood, mood) enum_cmp(anyenum, anyenum)"),
                mood(
                        "foreign table",
                        "column c of foreign table public.ft",
                        "SELECT 1 / count(c) FROM ft",
                        "CREATE EXTENSION file_fdw",
                        "CREATE SERVER local FOREIGN DATA WRAPPER file_fdw",
                        "CREATE FOREIGN TABLE ft (c mood) SERVER local OPTIONS (program 'echo ok')"),
                mood(
                        "extended statistics",
                        "statistics object public.s",
                        "INSERT INTO o VALUES (1); ANALYZE o",
                        TABLE,
                        "CREATE STATISTICS s ON (" + EXPRESSION + " = 'ok'), x FROM o"),
                mood(
                        "extension",
                        "extension dblink, which it belongs to",
                        "SELECT 'ok'::mood; DROP EXTENSION dblink",
                        "CREATE EXTENSION dblink",
                        "ALTER EXTENSION dblink ADD TYPE mood"),
                new KindOfUse(
                        "typed table",
                        "shape",
                        "table public.t",
                        "INSERT INTO t VALUES (1)",
                        List.of("CREATE TYPE shape AS (a int)", "CREATE TABLE t OF shape")),
                new KindOfUse(
                        "constructor of a range in a view",
                        "period",
                        "view public.v",
                        "SELECT * FROM v",
                        List.of(
                                "CREATE TYPE period AS RANGE (subtype = date)",
                                "CREATE VIEW v AS SELECT lower(period('2020-01-01', '2020-02-01'))")),
                new KindOfUse(
                        "column of a range's multirange",
                        "period",
                        "column c of table public.o",
                        "INSERT INTO o VALUES ('{}')",
                        List.of(
                                "CREATE TYPE period AS RANGE (subtype = date)",
                                "CREATE TABLE o (c period_multirange)")),
                new KindOfUse(
                        "domain over a domain",
                        "d",
                        "type public.e",
                        "SELECT 1::e",
                        List.of("CREATE DOMAIN d AS int CHECK (VALUE > 0)", "CREATE DOMAIN e AS d")),
                new KindOfUse(
                        "column of a composite",
                        "pair",
                        "column c of table public.o",
                        "INSERT INTO o VALUES (ROW(1))",
                        List.of("CREATE TYPE pair AS (a int)", "CREATE TABLE o (c pair)")));
    }

    /** Uses that only the text of a function tells. */
    public static List<KindOfUse> mentioned() {
        return List.of(
                body("unquoted", MOOD, "mood", "mood"),
                body("in capitals", MOOD, "mood", "MOOD"),
                body("quoted", MOOD, "mood", "\"mood\""),
                body("with its schema", MOOD, "mood", "public.mood"),
                body("with its schema, quoted and spaced", MOOD, "mood", "\"public\" . \"mood\""),
                body("its array", MOOD, "mood", "mood[]"),
                body("its array by name", MOOD, "mood", "_mood"),
                body(
                        "the multirange of a range",
                        "CREATE TYPE period AS RANGE (subtype = date)",
                        "period",
                        "period_multirange"),
                body("a name that needs quotes", "CREATE TYPE \"My Mood\" AS ()", "\"My Mood\"", "\"My Mood\""),
                body("a name with a quote", "CREATE TYPE \"my\"\"mood\" AS ()", "\"my\"\"mood\"", "\"my\"\"mood\""),
                body("a keyword, quoted", "CREATE TYPE \"user\" AS ()", "\"user\"", "\"user\""),
                body("a keyword after its schema", "CREATE TYPE \"user\" AS ()", "\"user\"", "public.user"),
                body("a keyword that may name a type", "CREATE TYPE \"verbose\" AS ()", "\"verbose\"", "verbose"),
                body(
                        "a name that the server cuts",
                        "CREATE TYPE " + "m".repeat(70) + " AS ()",
                        "m".repeat(63),
                        "m".repeat(70)),
                new KindOfUse(
                        "body of executed text",
                        "mood",
                        "body of function public.f()",
                        "SELECT f()",
                        List.of(
                                MOOD,
                                "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$"
                                        + " BEGIN EXECUTE 'SELECT NULL::mood'; END $$")),
                new KindOfUse(
                        "body of executed text with a single quote in the name",
                        "\"it's\"",
                        "body of function public.f()",
                        "SELECT f()",
                        List.of(
                                "CREATE TYPE \"it's\" AS ()",
                                "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$"
                                        + " BEGIN EXECUTE 'SELECT NULL::\"it''s\"'; END $$")),
                new KindOfUse(
                        "body of executed text that escapes characters of the name",
                        "\"back\\slash's\"",
                        "body of function public.f()",
                        "SELECT f()",
                        List.of(
                                "CREATE TYPE \"back\\slash's\" AS ()",
                                "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$"
                                        + " BEGIN EXECUTE E'SELECT NULL::\"back\\\\slash\\'s\"'; END $$")));
    }

    private static KindOfUse mood(String by, String words, String works, String... setup) {
        return new KindOfUse(by, "mood", words, works, joined(MOOD, setup));
    }

    private static KindOfUse body(String how, String type, String name, String mention) {
        return new KindOfUse(
                "body: " + how,
                name,
                "body of function public.f()",
                "SELECT f()",
                List.of(
                        type,
                        "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ DECLARE m " + mention
                                + "; BEGIN END $$"));
    }

    private static List<String> joined(String first, String... others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(others));
        return all;
    }
}

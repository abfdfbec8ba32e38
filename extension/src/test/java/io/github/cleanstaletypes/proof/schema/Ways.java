package io.github.cleanstaletypes.proof.schema;

import static io.github.cleanstaletypes.proof.schema.TypeSort.COMPOSITE;
import static io.github.cleanstaletypes.proof.schema.TypeSort.DOMAIN;
import static io.github.cleanstaletypes.proof.schema.TypeSort.ENUM;
import static io.github.cleanstaletypes.proof.schema.TypeSort.RANGE;
import static io.github.cleanstaletypes.proof.schema.Way.of;
import static io.github.cleanstaletypes.proof.schema.Way.used;

import io.github.cleanstaletypes.proof.schema.Way.Effect;
import java.util.List;
import java.util.stream.Stream;

/** All the ways to use a type that a random schema chooses from. */
final class Ways {

    /** All of them. */
    static final List<Way> ALL = Stream.of(
                    relations(), expressions(), functions(), operators(), types(), texts(), decoys())
            .flatMap(List::stream)
            .toList();

    private static final String TABLE = "CREATE TABLE {1} (x int, y text)";

    private Ways() {}

    private static List<Way> relations() {
        return List.of(
                used("column", "CREATE TABLE {1} (x int, c {T})"),
                used("array column", "CREATE TABLE {1} (x int, c {T}[])"),
                used("column of an unlogged table", "CREATE UNLOGGED TABLE {1} (c {T})"),
                used("column added later", "CREATE TABLE {1} (x int)", "ALTER TABLE {1} ADD c {T}"),
                used("inherited column", "CREATE TABLE {1} (c {T})", "CREATE TABLE {2} () INHERITS ({1})"),
                used(
                        "column of a partition",
                        "CREATE TABLE {1} (x int, c {T}) PARTITION BY RANGE (x)",
                        "CREATE TABLE {2} PARTITION OF {1} DEFAULT"),
                used(
                                "partition key that is a column",
                                "CREATE TABLE {1} (c {T}) PARTITION BY LIST (c)",
                                "CREATE TABLE {2} PARTITION OF {1} FOR VALUES IN (NULL)")
                        .only(ENUM, RANGE),
                used(
                        "column of a published table",
                        "CREATE TABLE {1} (x int, c {T})",
                        "CREATE PUBLICATION {1u} FOR TABLE {1}"),
                used("column of a foreign table", "CREATE FOREIGN TABLE {1} (c {T}) SERVER random_server"),
                used("typed table", "CREATE TABLE {1} OF {T}").only(COMPOSITE),
                used("column of a view", "CREATE VIEW {1} AS SELECT NULL::{T} AS c"),
                used(
                        "column of a materialized view",
                        "CREATE MATERIALIZED VIEW {1} AS SELECT NULL::{T} AS c WITH NO DATA"),
                used(
                        "column of a record in a view",
                        "CREATE VIEW {1} AS SELECT r.x FROM json_to_record('{}') AS r(x int, c {T})"),
                used(
                        "column of XML in a view",
                        "CREATE VIEW {1} AS SELECT r.x FROM XMLTABLE('/a' PASSING (NULL::xml) COLUMNS x int, c {T}) AS r"));
    }

    private static List<Way> expressions() {
        return List.of(
                used("view", "CREATE VIEW {1} AS SELECT 1 AS one WHERE {C}"),
                used("name in a view", "CREATE VIEW {1} AS SELECT {L}::regtype::text AS t"),
                of(
                        Effect.HIDDEN,
                        "empty array in a view",
                        "CREATE VIEW {1} AS SELECT cardinality(ARRAY[]::{T}[]) AS n"),
                used(
                        "common table expression of a view",
                        "CREATE VIEW {1} AS WITH q AS (SELECT NULL::{T} AS c) SELECT 1 AS one FROM q"),
                used(
                        "default of a view's column",
                        TABLE,
                        "CREATE VIEW {2} AS SELECT * FROM {1}",
                        "ALTER VIEW {2} ALTER y SET DEFAULT ({C})::text"),
                used("materialized view", "CREATE MATERIALIZED VIEW {1} AS SELECT 1 AS one WHERE {C} WITH NO DATA"),
                of(
                        Effect.HIDDEN,
                        "empty array in a default",
                        "CREATE TABLE {1} (x int, c int DEFAULT cardinality(ARRAY[]::{T}[]))"),
                of(
                        Effect.HIDDEN,
                        "empty array in a check constraint",
                        "CREATE TABLE {1} (x int, CHECK (x > cardinality(ARRAY[]::{T}[])))"),
                of(
                                Effect.HIDDEN,
                                "JSON value in a view",
                                "CREATE VIEW {1} AS SELECT JSON_VALUE(jsonb '1', '$.a' RETURNING {T}) IS NULL AS c")
                        .since(17),
                of(
                                Effect.HIDDEN,
                                "JSON query in a view",
                                "CREATE VIEW {1} AS SELECT JSON_QUERY(jsonb '1', '$.a' RETURNING {T} ERROR ON EMPTY ERROR ON ERROR) IS NULL AS c")
                        .since(17),
                used(
                                "JSON table in a view",
                                "CREATE VIEW {1} AS SELECT r.x FROM JSON_TABLE(jsonb '1', '$.a' COLUMNS (x int PATH '$', c {T} PATH '$')) AS r")
                        .since(17),
                used("column default", "CREATE TABLE {1} (x int, c bool DEFAULT {C})"),
                of(
                        Effect.GENERATES,
                        "generated column",
                        "CREATE TABLE {1} (x int, c bool GENERATED ALWAYS AS ({E}) STORED)"),
                used("check constraint", TABLE, "ALTER TABLE {1} ADD CHECK ({E})"),
                used("check constraint that is not valid", TABLE, "ALTER TABLE {1} ADD CHECK ({E}) NOT VALID"),
                used("exclusion constraint", "CREATE TABLE {1} (x int, EXCLUDE USING btree (({E}) WITH =))"),
                used("index expression", TABLE, "CREATE INDEX ON {1} (({E}))"),
                used("index predicate", TABLE, "CREATE UNIQUE INDEX ON {1} (x) WHERE {E}"),
                used("extended statistics", TABLE, "CREATE STATISTICS {2} ON ({E}), x FROM {1}"),
                used(
                        "partition key that is an expression",
                        "CREATE TABLE {1} (x int) PARTITION BY LIST (({E}))",
                        "CREATE TABLE {2} PARTITION OF {1} DEFAULT"),
                used("policy", TABLE, "CREATE POLICY {1u} ON {1} USING ({E})"),
                used("policy on what is written", TABLE, "CREATE POLICY {1u} ON {1} FOR INSERT WITH CHECK ({E})"),
                used("rule's condition", TABLE, "CREATE RULE {1u} AS ON INSERT TO {1} WHERE {C} DO INSTEAD NOTHING"),
                used(
                        "rule's action",
                        TABLE,
                        "CREATE RULE {1u} AS ON UPDATE TO {1} DO ALSO DELETE FROM {1} WHERE NOT {C}"),
                used(
                        "trigger condition",
                        TABLE,
                        "CREATE TRIGGER {1u} BEFORE UPDATE ON {1} FOR EACH ROW WHEN (NEW.y = 'a' OR {C})"
                                + " EXECUTE FUNCTION suppress_redundant_updates_trigger()"),
                used(
                                "constructor of a range in a view",
                                "CREATE VIEW {1} AS SELECT lower({T}(NULL, NULL)) IS NULL AS c")
                        .only(RANGE));
    }

    private static List<Way> functions() {
        String end = " LANGUAGE sql AS 'SELECT 1'";
        String plpgsql = " LANGUAGE plpgsql AS 'BEGIN END'";
        return List.of(
                used("function argument", "CREATE FUNCTION {1}({T}) RETURNS int" + end),
                used("optional argument", "CREATE FUNCTION {1}(a {T} DEFAULT NULL) RETURNS int" + end),
                used("function result", "CREATE FUNCTION {1}() RETURNS {T}" + plpgsql),
                used("set that a function returns", "CREATE FUNCTION {1}() RETURNS SETOF {T}" + plpgsql),
                used("column of a function's table", "CREATE FUNCTION {1}() RETURNS TABLE (a int, b {T}[])" + plpgsql),
                used("function's output", "CREATE FUNCTION {1}(OUT a int, OUT b {T})" + plpgsql),
                used("any number of arguments", "CREATE FUNCTION {1}(VARIADIC {T}[]) RETURNS int" + end),
                used("default of another argument", "CREATE FUNCTION {1}(a bool DEFAULT {C}) RETURNS int" + end),
                used(
                        "body that the server has parsed",
                        "CREATE FUNCTION {1}() RETURNS bool LANGUAGE sql BEGIN ATOMIC SELECT {C}; END"),
                used(
                        "expression that a function returns",
                        "CREATE FUNCTION {1}(x int) RETURNS bool LANGUAGE sql RETURN {E}"),
                of(
                        Effect.HIDDEN,
                        "empty array in an argument's default",
                        "CREATE FUNCTION {1}(a int DEFAULT cardinality(ARRAY[]::{T}[])) RETURNS int" + end),
                of(
                        Effect.HIDDEN,
                        "empty array in a body that the server has parsed",
                        "CREATE FUNCTION {1}() RETURNS int LANGUAGE sql RETURN cardinality(ARRAY[]::{T}[])"),
                used("procedure", "CREATE PROCEDURE {1}(a {T}) LANGUAGE sql AS ''"),
                used("procedure's output", "CREATE PROCEDURE {1}(INOUT a {T}[])" + plpgsql),
                used(
                        "aggregate",
                        "CREATE FUNCTION {2}({T}, {T}) RETURNS {T} LANGUAGE sql AS 'SELECT $1'",
                        "CREATE AGGREGATE {1}({T}) (SFUNC = {2}, STYPE = {T})"),
                used(
                        "state of an aggregate",
                        "CREATE FUNCTION {2}({T}[], int) RETURNS {T}[] LANGUAGE sql AS 'SELECT $1'",
                        "CREATE AGGREGATE {1}(int) (SFUNC = {2}, STYPE = {T}[])"),
                used(
                                "transform",
                                "CREATE TRANSFORM FOR {T} LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal))")
                        .but(DOMAIN));
    }

    private static List<Way> operators() {
        String same = "CREATE FUNCTION {2}({T}, {T}) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true'";
        String compare = "CREATE FUNCTION {2}({T}, {T}) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0'";
        return List.of(
                used("operator", same, "CREATE OPERATOR {S}.=== (LEFTARG = {T}, RIGHTARG = {T}, FUNCTION = {2})"),
                used(
                        "operator before an operand",
                        "CREATE FUNCTION {2}({T}) RETURNS bool LANGUAGE sql AS 'SELECT true'",
                        "CREATE OPERATOR {S}.!== (RIGHTARG = {T}, FUNCTION = {2})"),
                used(
                        "result of an operator",
                        "CREATE FUNCTION {2}(int, text) RETURNS {T} LANGUAGE plpgsql AS 'BEGIN END'",
                        "DO $do$ BEGIN CREATE OPERATOR {S}.@@> (LEFTARG = int, RIGHTARG = text, FUNCTION = {2});"
                                + " EXCEPTION WHEN duplicate_function THEN NULL; END $do$"),
                used(
                        "operator class",
                        compare,
                        "CREATE OPERATOR CLASS {1} FOR TYPE {T} USING btree AS FUNCTION 1 {2}({T}, {T})"),
                used(
                        "operator family",
                        compare,
                        "CREATE OPERATOR FAMILY {1} USING btree",
                        "ALTER OPERATOR FAMILY {1} USING btree ADD FUNCTION 1 ({T}, {T}) {2}({T}, {T})"),
                used(
                        "cast from it",
                        "CREATE FUNCTION {2}({T}) RETURNS point LANGUAGE sql AS 'SELECT NULL::point'",
                        "CREATE CAST ({T} AS point) WITH FUNCTION {2}({T})"),
                used("cast to it", "CREATE CAST (text AS {T}) WITH INOUT AS ASSIGNMENT"));
    }

    private static List<Way> types() {
        return List.of(
                of(Effect.IN_DOMAIN, "domain", "CREATE DOMAIN {1} AS {T}"),
                of(Effect.IN_DOMAIN, "domain over the array", "CREATE DOMAIN {1} AS {T}[] NOT NULL"),
                of(
                        Effect.IN_DOMAIN,
                        "check constraint of a domain",
                        "CREATE DOMAIN {1} AS text CHECK (VALUE <> 'a' OR {C})"),
                of(Effect.IN_DOMAIN, "default of a domain", "CREATE DOMAIN {1} AS bool DEFAULT {C}"),
                of(Effect.IN_COMPOSITE, "attribute", "CREATE TYPE {1} AS (a int, b {T})"),
                of(Effect.IN_COMPOSITE, "array attribute", "CREATE TYPE {1} AS (\"a b\" {T}[])"),
                of(
                        Effect.IN_COMPOSITE,
                        "attribute added later",
                        "CREATE TYPE {1} AS (a int)",
                        "ALTER TYPE {1} ADD ATTRIBUTE b {T}"),
                of(Effect.IN_RANGE, "subtype", "CREATE TYPE {1} AS RANGE (subtype = {T}, multirange_type_name = {2})")
                        .only(ENUM, RANGE),
                of(Effect.USED, "member of an extension", "ALTER EXTENSION plpgsql ADD TYPE {T}")
                        .only(ENUM, COMPOSITE, DOMAIN));
    }

    private static List<Way> texts() {
        return List.of(
                of(
                        Effect.MENTIONED,
                        "declaration in a body",
                        "CREATE FUNCTION {1}() RETURNS void LANGUAGE plpgsql AS {B:DECLARE m {T}[]; BEGIN END}"),
                of(
                        Effect.MENTIONED,
                        "expression in a body",
                        "CREATE FUNCTION {1}() RETURNS void LANGUAGE plpgsql AS {B:BEGIN PERFORM ARRAY[]::{T}[]; END}"),
                of(
                        Effect.MENTIONED,
                        "text that a body executes",
                        "CREATE FUNCTION {1}() RETURNS void LANGUAGE plpgsql AS {B:BEGIN EXECUTE {B:SELECT ARRAY[]::{T}[]}; END}"),
                of(
                        Effect.MENTIONED,
                        "body in SQL",
                        "CREATE FUNCTION {1}() RETURNS int LANGUAGE sql AS {B:SELECT cardinality(ARRAY[]::{T}[])}"),
                of(
                        Effect.MENTIONED,
                        "body of a procedure",
                        "CREATE PROCEDURE {1}() LANGUAGE plpgsql AS {B:DECLARE m {T}[]; BEGIN NULL; END}"),
                of(
                        Effect.MENTIONED,
                        "body of a trigger",
                        TABLE,
                        "CREATE FUNCTION {2}() RETURNS trigger LANGUAGE plpgsql AS {B:DECLARE m {T}[]; BEGIN RETURN NEW; END}",
                        "CREATE TRIGGER {1u} BEFORE INSERT ON {1} FOR EACH ROW EXECUTE FUNCTION {2}()"),
                of(
                        Effect.MENTIONED,
                        "body of an event trigger",
                        "CREATE FUNCTION {1}() RETURNS event_trigger LANGUAGE plpgsql AS {B:DECLARE m {T}[]; BEGIN END}"));
    }

    private static List<Way> decoys() {
        return List.of(
                of(
                        Effect.UNUSED,
                        "column that was dropped",
                        "CREATE TABLE {1} (x int, c {T})",
                        "ALTER TABLE {1} DROP c"),
                of(
                        Effect.UNUSED,
                        "column of another type now",
                        "CREATE TABLE {1} (x int, c {T}[])",
                        "ALTER TABLE {1} ALTER c TYPE int USING 1"),
                of(
                        Effect.UNUSED,
                        "function that was dropped",
                        "CREATE FUNCTION {1}({T}) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                        "DROP FUNCTION {1}"),
                of(
                        Effect.UNUSED,
                        "view that was replaced",
                        "CREATE VIEW {1} AS SELECT {C} AS c",
                        "CREATE OR REPLACE VIEW {1} AS SELECT true AS c"),
                of(Effect.UNUSED, "domain that was dropped", "CREATE DOMAIN {1} AS {T}", "DROP DOMAIN {1}"),
                of(Effect.UNUSED, "name in a comment", TABLE, "COMMENT ON TABLE {1} IS {L}"),
                of(Effect.UNUSED, "name in a string of a view", "CREATE VIEW {1} AS SELECT {L}::text AS t"),
                of(Effect.UNUSED, "name in a default", "CREATE TABLE {1} (x int, y text DEFAULT {L})"),
                of(
                        Effect.UNUSED,
                        "table that was rolled back",
                        "DO $do$ BEGIN CREATE TABLE {1} (c {T}); RAISE 'no'; EXCEPTION WHEN OTHERS THEN NULL;"
                                + " END $do$"));
    }
}

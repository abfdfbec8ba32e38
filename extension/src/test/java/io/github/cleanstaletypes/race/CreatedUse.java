package io.github.cleanstaletypes.race;

import java.util.List;
import java.util.Set;

/**
 * A way in which a CREATE of somebody else comes to use the type {@code mood}.
 *
 * @param before what the session does long before, in a transaction of its own
 * @param create the statement that races the removal
 * @param probes statements that work if and only if what was created is whole
 */
record CreatedUse(String name, List<String> before, String create, List<String> probes) {

    static final CreatedUse COLUMN = new CreatedUse(
            "column",
            List.of(),
            "CREATE TABLE used(c mood)",
            List.of("INSERT INTO used VALUES ('a')", "SELECT c FROM used"));

    private static final CreatedUse ARRAY = new CreatedUse(
            "array column",
            List.of(),
            "CREATE TABLE used(c mood[])",
            List.of("INSERT INTO used VALUES ('{a,b}')", "SELECT c FROM used"));

    private static final CreatedUse ARGUMENT = new CreatedUse(
            "function argument",
            List.of(),
            "CREATE FUNCTION used(m mood) RETURNS int LANGUAGE sql AS 'SELECT 1'",
            List.of("SELECT used('a')"));

    private static final CreatedUse RESULT = new CreatedUse(
            "function result",
            List.of(),
            "CREATE FUNCTION used() RETURNS mood LANGUAGE plpgsql AS $$BEGIN RETURN 'a'; END$$",
            List.of("SELECT used()"));

    private static final CreatedUse DOMAIN = new CreatedUse(
            "domain",
            List.of(),
            "CREATE DOMAIN used AS mood",
            List.of("CREATE TABLE probe(c used)", "INSERT INTO probe VALUES ('a')", "SELECT c FROM probe"));

    private static final CreatedUse ATTRIBUTE = new CreatedUse(
            "composite attribute",
            List.of(),
            "CREATE TYPE used AS (a mood)",
            List.of("CREATE TABLE probe(c used)", "INSERT INTO probe VALUES (ROW('a'))", "SELECT (c).a FROM probe"));

    private static final CreatedUse VIEW = new CreatedUse(
            "view", List.of(), "CREATE VIEW used AS SELECT NULL::mood AS c", List.of("SELECT c FROM used"));

    /** The plan was made, and the name resolved, before the cleaner came. */
    private static final CreatedUse PLANNED = new CreatedUse(
            "table from a prepared statement",
            List.of("PREPARE planned AS SELECT 'a'::mood AS c", "EXECUTE planned"),
            "CREATE TABLE used AS EXECUTE planned",
            List.of("INSERT INTO used VALUES ('b')", "SELECT c FROM used"));

    /**
     * What the server says where the type is gone: it does not exist; or, if a plan has its number and not its name any more, a lookup
     * fails, whoever has dropped it.
     */
    Set<String> notFound() {
        return before().isEmpty() ? Set.of("42704") : Set.of("42704", "XX000");
    }

    static final List<CreatedUse> ALL = List.of(COLUMN, ARGUMENT, DOMAIN, ATTRIBUTE, PLANNED, ARRAY, RESULT, VIEW);

    /** Those that need nothing that was done before, so that a newcomer can do them. */
    static final List<CreatedUse> OF_A_NEWCOMER =
            ALL.stream().filter(use -> use.before().isEmpty()).toList();

    @Override
    public String toString() {
        return name;
    }
}

package io.github.cleanstaletypes.race;

import java.util.List;

/**
 * A transaction of a migration that changes or uses the types {@code race.mood} (an enum), {@code race.level} (a domain) and
 * {@code race.shape} (a composite), which were created in this order.
 *
 * @param statements what it does, one after the other
 */
record Migration(String name, List<String> statements) {

    static final List<Migration> ALL = List.of(
            new Migration("adds a value", List.of("ALTER TYPE mood ADD VALUE 'c'", "COMMENT ON TYPE mood IS 'x'")),
            new Migration(
                    "comments in the opposite order",
                    List.of(
                            "COMMENT ON TYPE shape IS 'x'",
                            "COMMENT ON DOMAIN level IS 'x'",
                            "COMMENT ON TYPE mood IS 'x'")),
            new Migration(
                    "drops in the opposite order", List.of("DROP TYPE shape", "DROP DOMAIN level", "DROP TYPE mood")),
            new Migration(
                    "uses the array first",
                    List.of(
                            "CREATE TABLE used(c mood[])",
                            "COMMENT ON TYPE mood IS 'x'",
                            "CREATE TABLE also(c mood, l level[], s shape)")),
            new Migration(
                    "uses all in the opposite order",
                    List.of(
                            "CREATE TABLE used(c shape)",
                            "ALTER TABLE used ADD l level",
                            "ALTER TABLE used ADD m mood")),
            new Migration(
                    "alters a table",
                    List.of(
                            "ALTER TABLE old ADD m mood",
                            "UPDATE old SET m = 'a'",
                            "ALTER TABLE old ALTER m TYPE text")),
            new Migration(
                    "replaces a type",
                    List.of(
                            "ALTER TYPE mood RENAME TO old_mood",
                            "CREATE TYPE mood AS ENUM ('a', 'z')",
                            "DROP TYPE old_mood")),
            new Migration(
                    "changes a composite",
                    List.of(
                            "ALTER TYPE shape ADD ATTRIBUTE b int",
                            "ALTER DOMAIN level SET DEFAULT 1",
                            "COMMENT ON TYPE mood IS 'x'")),
            new Migration(
                    "makes functions",
                    List.of(
                            "CREATE FUNCTION used(s shape[]) RETURNS level LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'",
                            "CREATE FUNCTION also(m mood) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'")));

    @Override
    public String toString() {
        return name;
    }
}

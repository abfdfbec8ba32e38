package io.github.cleanstaletypes.proof.interleaving;

/** What is to be removed, always called {@code race.mood}: the kinds of type, and an invalid index. */
enum Kind {
    ENUM("CREATE TYPE race.mood AS ENUM ('a', 'b'); COMMENT ON TYPE race.mood IS 'a feeling'"),
    DOMAIN("CREATE DOMAIN race.mood AS text CHECK (VALUE <> 'never'); COMMENT ON DOMAIN race.mood IS 'a feeling'"),
    COMPOSITE("CREATE TYPE race.mood AS (a int); COMMENT ON TYPE race.mood IS 'a feeling'"),
    RANGE("CREATE TYPE race.mood AS RANGE (subtype = int); COMMENT ON TYPE race.mood IS 'a feeling'"),
    INDEX("CREATE INDEX mood ON race.t (id); COMMENT ON INDEX race.mood IS 'a feeling';"
            + " UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'race.mood'::regclass");

    private static final String TYPE_NAME = """
            SELECT n.nspname || '.' || t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
             WHERE t.oid = %s""";

    private static final String INDEX_NAME = """
            SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.oid = %s""";

    private static final String TYPE_DESCRIPTION = """
            SELECT concat_ws(' | ', t.typtype, t.typowner::regrole,
                   (SELECT string_agg(g::text, ' ' ORDER BY g::text) FROM aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) g),
                   ARRAY(SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder),
                   ARRAY(SELECT concat_ws(' ', a.attname, a.atttypid::regtype) FROM pg_attribute a
                          WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum),
                   ARRAY(SELECT concat_ws(' ', k.conname, pg_get_constraintdef(k.oid)) FROM pg_constraint k
                          WHERE k.contypid = t.oid ORDER BY k.conname),
                   (SELECT r.rngsubtype::regtype FROM pg_range r WHERE r.rngtypid = t.oid),
                   regexp_replace(obj_description(t.oid, 'pg_type'), '^clean-stale-types: [^\\n]*\\n?', ''))
              FROM pg_type t WHERE t.oid = %s""";

    private static final String INDEX_DESCRIPTION = """
            SELECT concat_ws(' | ', regexp_replace(pg_get_indexdef(c.oid), ' INDEX .* USING ', ' INDEX mood USING '),
                   obj_description(c.oid, 'pg_class'))
              FROM pg_class c WHERE c.oid = %s""";

    private final String create;

    Kind(String create) {
        this.create = create;
    }

    /** Makes it, with a comment. */
    String create() {
        return create;
    }

    /** What must be there before it can be. */
    String ground() {
        return this == INDEX ? "CREATE TABLE race.t (id int); " : "";
    }

    /** Its oid as long as it has its name. */
    String oid() {
        return this == INDEX ? "'race.mood'::regclass" : "'race.mood'::regtype";
    }

    /** The query of its schema and name. */
    String name(String oid) {
        return (this == INDEX ? INDEX_NAME : TYPE_NAME).formatted(oid);
    }

    /** The query of all that a person could miss of it but its name. */
    String description(String oid) {
        return (this == INDEX ? INDEX_DESCRIPTION : TYPE_DESCRIPTION).formatted(oid);
    }
}

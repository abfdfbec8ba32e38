package io.github.cleanstaletypes.chaos.oracle;

import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that the catalog says of an enum, but for its oid. */
public record EnumType(String description) {

    private static final String DESCRIPTION = """
            SELECT pg_catalog.json_build_object(
                       'schema', n.nspname, 'name', t.typname, 'owner', pg_catalog.pg_get_userbyid(t.typowner),
                       'labels', (SELECT pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder)
                                    FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid),
                       'privileges', t.typacl::text,
                       'comment', pg_catalog.obj_description(t.oid, 'pg_type'))
              FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
             WHERE t.typtype = 'e' AND t.oid = pg_catalog.to_regtype('%s')
            """;

    /**
     * Reads an enum, if there is one of this name.
     *
     * @param name as SQL names it
     */
    public static Optional<EnumType> find(String name, TestDatabase database) {
        @Nullable String description = database.queryText(DESCRIPTION.formatted(name));
        return Optional.ofNullable(description).map(EnumType::new);
    }
}

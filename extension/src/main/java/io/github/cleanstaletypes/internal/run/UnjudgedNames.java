package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.report.ClaimSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names claimed by hand that lead nowhere, so that nothing was judged: most likely somebody has mistaken the schema. A pending
 * migration may create the schema itself. Stateless.
 */
final class UnjudgedNames {

    private static final int SHOWN = 5;

    private static final String NO_SCHEMA = "none of the schemas to look into is there";

    private UnjudgedNames() {}

    /** The names, and why; those of one reason together. */
    static List<String> of(CatalogSnapshot snapshot, Claims claims) {
        Map<String, List<SqlName>> byReason = new LinkedHashMap<>();
        for (Claim claim : claims.claims()) {
            String reason = claim.source() == ClaimSource.HAND ? reason(claim.name(), snapshot, claims) : null;
            if (reason != null) {
                byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(claim.name());
            }
        }
        List<String> unjudged = new ArrayList<>();
        if (claims.allUnused() && !anySchema(snapshot, claims)) {
            unjudged.add("all unused types, since " + NO_SCHEMA);
        }
        byReason.forEach((reason, names) -> unjudged.add(names(names) + ", since " + reason));
        return unjudged;
    }

    private static @Nullable String reason(SqlName name, CatalogSnapshot snapshot, Claims claims) {
        String schema = name.schema();
        if (schema == null) {
            return bare(snapshot, claims);
        }
        if (schema.startsWith("pg_") || schema.equals("information_schema")) {
            return shown(schema) + " is a schema of the server's own";
        }
        if (!snapshot.schemas().contains(schema)) {
            return "this database has no schema " + shown(schema);
        }
        return claims.coverSchema(schema) ? null : "other schemas only are looked into";
    }

    private static @Nullable String bare(CatalogSnapshot snapshot, Claims claims) {
        if (!claims.schemas().isEmpty()) {
            return anySchema(snapshot, claims) ? null : NO_SCHEMA;
        }
        return snapshot.server().searchPath().isEmpty() ? "no schema of this role's search path is there" : null;
    }

    private static boolean anySchema(CatalogSnapshot snapshot, Claims claims) {
        return claims.schemas().isEmpty() || snapshot.schemas().stream().anyMatch(claims::coverSchema);
    }

    private static String names(List<SqlName> names) {
        return (names.size() == 1 ? "the claimed name " : "the claimed names ")
                + names.stream().limit(SHOWN).map(SqlName::toString).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }

    private static String shown(String schema) {
        return new SqlName(null, schema).toString();
    }
}

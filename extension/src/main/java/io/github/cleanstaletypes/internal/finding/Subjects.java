package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.report.Subject;
import org.jspecify.annotations.Nullable;

/** Says what findings are about. Stateless. */
final class Subjects {

    private Subjects() {}

    static Subject of(StandaloneType type) {
        return of(type.schema(), type.originalName(), type.oid(), type.kind().word());
    }

    static Subject of(@Nullable String schema, @Nullable String name, long oid, String kind) {
        return new Subject(schema, name, oid, kind, name == null ? kind : new SqlName(schema, name).toString());
    }
}

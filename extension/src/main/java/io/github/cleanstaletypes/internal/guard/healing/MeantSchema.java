package io.github.cleanstaletypes.internal.guard.healing;

import io.github.cleanstaletypes.internal.claim.sql.StatementTarget;
import io.github.cleanstaletypes.internal.error.Symptom;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells in which schema a statement that failed was to create something. Stateless. */
final class MeantSchema {

    /** Stands for what a bare name means, which only the session that failed has known. */
    static final String NOT_SAID = "";

    /** What goes with its session: no type of another schema is in its way. */
    static final String TEMPORARY = "pg_temp";

    private MeantSchema() {}

    /** The schemas that it may have meant: none if no statement is to be seen, several if it cannot be told which one failed. */
    static Set<String> of(Symptom symptom) {
        return symptom.targets().stream().map(MeantSchema::schema).collect(Collectors.toSet());
    }

    private static String schema(StatementTarget target) {
        return target.temporary()
                ? TEMPORARY
                : Objects.requireNonNullElse(target.name().schema(), NOT_SAID);
    }
}

package io.github.cleanstaletypes.internal.guard.healing;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.MigrationScript;
import io.github.cleanstaletypes.internal.claim.sql.ScriptReader;
import io.github.cleanstaletypes.internal.error.FailingStatement;
import io.github.cleanstaletypes.internal.sql.StoredName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells in which schema a statement that failed was to create something. Stateless. */
final class MeantSchema {

    /** Stands for what a bare name means, which only the session that failed has known. */
    static final String NOT_SAID = "";

    /** What goes with its session: no type of another schema is in its way. */
    static final String TEMPORARY = "pg_temp";

    private static final Pattern TEMPORARY_OBJECT =
            Pattern.compile("(?i)^create\\s+(?:(?:global|local)\\s+)?temp(?:orary)?\\s+");

    private static final Pattern END = Pattern.compile(";(?=\\s|[\"'`)\\]]|$)");

    private MeantSchema() {}

    /**
     * The schemas that the failing statement may have meant: none if no statement is to be seen, several if it cannot be told which
     * one failed.
     */
    static Set<String> in(String output, String name) {
        for (List<String> group : FailingStatement.near(output, name)) {
            Set<String> schemas = new HashSet<>();
            group.forEach(text -> schema(text, name).ifPresent(schemas::add));
            if (!schemas.isEmpty()) {
                return schemas;
            }
        }
        return Set.of();
    }

    private static Optional<String> schema(String text, String name) {
        String statement = END.split(text, 2)[0];
        String lasting = TEMPORARY_OBJECT.matcher(statement).replaceFirst("CREATE ");
        return created(lasting, name).map(schema -> lasting.equals(statement) ? schema : TEMPORARY);
    }

    private static Optional<String> created(String statement, String name) {
        ScriptReader reader = new ScriptReader(List.of(NOT_SAID));
        reader.read(new MigrationScript("the statement that failed", statement));
        return reader.conflicts().keySet().stream()
                .filter(created -> StoredName.cut(created.name()).equals(name))
                .map(SqlName::schema)
                .map(schema -> schema == null ? NOT_SAID : schema)
                .findFirst();
    }
}

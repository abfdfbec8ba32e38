package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.Token.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps which tables that are created mention which types that were created before. */
final class TypedTables {

    private final Map<SqlName, Set<SqlName>> tables = new LinkedHashMap<>();

    /** @param made what there is by now */
    void add(SqlName table, Statement statement, Map<SqlName, MadeName> made) {
        Set<String> words = statement.tokens().stream()
                .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.QUOTED)
                .map(Token::text)
                .collect(Collectors.toSet());
        made.forEach((name, m) -> {
            if (m.isStrictType() && words.contains(name.name())) {
                tables.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(table);
            }
        });
    }

    /** The types with their tables, as far as both are there in the end. */
    Map<SqlName, Set<SqlName>> of(Map<SqlName, MadeName> made) {
        Map<SqlName, Set<SqlName>> there = new LinkedHashMap<>();
        tables.forEach((type, users) -> {
            MadeName m = made.get(type);
            if (m != null && m.isStrictType() && made.keySet().containsAll(users)) {
                there.put(type, users);
            }
        });
        return there;
    }
}

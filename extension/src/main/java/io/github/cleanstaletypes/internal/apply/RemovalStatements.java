package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.Quarantine;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.catalog.TypeKind;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The statements that remove one type, as the server has written them.
 *
 * @param newName the name that it has from the first of them on
 * @param newComment the comment that it has from the second of them on
 * @param rename gives it another name, which takes its row
 * @param comment gives it another comment, which takes the object: from then on no label can be added
 * @param drop drops it by its new name
 */
record RemovalStatements(String newName, String newComment, SqlResource rename, SqlResource comment, SqlResource drop) {

    private static final SqlResource STATEMENTS = SqlResource.named(RemovalStatements.class, "removal_statements.sql");

    /** Has those of a batch written in one round trip, in their order. */
    static List<RemovalStatements> of(Connection connection, List<StandaloneType> types) throws SQLException {
        List<String> names = texts(types, RemovalStatements::newName);
        List<String> comments = texts(types, RemovalStatements::newComment);
        Map<String, Object> values = new HashMap<>();
        values.put("words", texts(types, type -> type.kind() == TypeKind.DOMAIN ? "DOMAIN" : "TYPE"));
        values.put("schemas", texts(types, StandaloneType::schema));
        values.put("names", texts(types, StandaloneType::name));
        values.put("new_names", names);
        values.put("comments", comments);
        List<RemovalStatements> all = new ArrayList<>();
        return Transaction.READS.batched(connection, c -> {
            Transaction.ending(Transaction.READS
                            .opening(values)
                            .add(
                                    STATEMENTS,
                                    row -> all.add(new RemovalStatements(
                                            names.get(all.size()),
                                            comments.get(all.size()),
                                            SqlResource.verbatim("rename", row.getString("rename")),
                                            SqlResource.verbatim("comment", row.getString("comment")),
                                            SqlResource.verbatim("drop", row.getString("drop"))))))
                    .run(c);
            return all;
        });
    }

    private static String newName(StandaloneType type) {
        return type.quarantine().isPresent() ? type.name() : Renaming.quarantineName(type.oid(), 1, type.name());
    }

    private static String newComment(StandaloneType type) {
        return type.quarantine()
                .map(Quarantine::comment)
                .orElseGet(() -> new Quarantine(type.name(), type.comment()).comment());
    }

    private static List<String> texts(List<StandaloneType> types, Function<StandaloneType, String> text) {
        return types.stream().map(text).toList();
    }
}

package io.github.cleanstaletypes.internal.catalog.undo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What brings a removed type back: one transaction with settings of its own, each statement on a line. If the type cannot be created,
 * since a newer one has its name, nothing that follows is done to the newer one. Stateless.
 */
public final class UndoText {

    /** The line that begins the transaction. */
    public static final String BEGIN = "BEGIN;";

    /** The line that ends it. */
    public static final String COMMIT = "COMMIT;";

    private UndoText() {}

    /**
     * The text that carries these out; empty if there are none.
     *
     * @param statements the statements as the server writes them under the {@link ReplaySettings}, without semicolons
     */
    public static String of(List<String> statements) {
        if (statements.isEmpty()) {
            return "";
        }
        return Stream.concat(
                        ReplaySettings.statements().stream(),
                        statements.stream().map(StatementLine::of))
                .map(statement -> statement + ";")
                .collect(Collectors.joining("\n", BEGIN + "\n", "\n" + COMMIT));
    }
}

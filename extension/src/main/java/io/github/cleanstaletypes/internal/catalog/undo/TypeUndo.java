package io.github.cleanstaletypes.internal.catalog.undo;

import java.util.List;

/**
 * What brings a type back after its removal. Immutable.
 *
 * @param text the statements, as one transaction, under the type's original name if it is quarantined; empty for kinds that are never
 *     removed
 * @param lost what it would not bring back, each in words
 */
public record TypeUndo(String text, List<String> lost) {

    /** Nothing that would ever be removed. */
    public static final TypeUndo NONE = new TypeUndo("", List.of());

    public TypeUndo {
        lost = List.copyOf(lost);
    }
}

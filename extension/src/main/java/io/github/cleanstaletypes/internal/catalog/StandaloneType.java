package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.catalog.undo.TypeUndo;
import io.github.cleanstaletypes.internal.sql.RawText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A type that is not the row type or array of something else.
 *
 * @param oid its {@code pg_type.oid}
 * @param schema its schema
 * @param name its present name
 * @param kind what it is
 * @param owner its owner's name
 * @param owned whether the current role has the owner's rights
 * @param schemaOwned whether the current role has the rights of the schema's owner
 * @param extension the extension that it is a member of, or null
 * @param otherNames the names of its array and its multirange, which a function body may mention instead
 * @param comment its comment, or null
 * @param definition a number that is another one once a label, an attribute, a constraint, the default, the owner or a privilege is
 * @param dependents who uses it
 * @param nameTaken whether something else has its original name by now, which only a quarantined type can suffer
 * @param undo what recreates it
 */
public record StandaloneType(
        long oid,
        String schema,
        String name,
        TypeKind kind,
        String owner,
        boolean owned,
        boolean schemaOwned,
        @Nullable String extension,
        List<String> otherNames,
        @Nullable String comment,
        long definition,
        List<Dependent> dependents,
        boolean nameTaken,
        TypeUndo undo) {

    public StandaloneType {
        otherNames = List.copyOf(otherNames);
        dependents = List.copyOf(dependents);
    }

    /** What an earlier run noted when it renamed this type out of the way, if it did. */
    public Optional<Quarantine> quarantine() {
        return Quarantine.parse(comment);
    }

    /** Whether a guard has renamed it until it is known whether it was in the way. */
    public boolean setAside() {
        return quarantine().map(Quarantine::approval).isPresent();
    }

    /** The name that the type was created with, as far as this product knows. */
    public String originalName() {
        return quarantine().map(Quarantine::originalName).orElse(name);
    }

    /** The comment that the user gave it, or null. */
    public @Nullable String originalComment() {
        Optional<Quarantine> quarantine = quarantine();
        return quarantine.isPresent() ? quarantine.get().originalComment() : comment;
    }

    /** The name that a range's multirange had before it was renamed with it; null if it was not. */
    @Nullable
    String originalMultirange() {
        return quarantine().map(Quarantine::originalMultirange).orElse(null);
    }

    /** Whether all that a removal would print and send is text, so that it can be taken back. */
    public boolean exact() {
        return Stream.of(schema, name, owner, String.valueOf(comment), undo.text())
                .allMatch(RawText::exact);
    }

    StandaloneType with(List<Dependent> users, boolean taken, TypeUndo statements) {
        return new StandaloneType(
                oid,
                schema,
                name,
                kind,
                owner,
                owned,
                schemaOwned,
                extension,
                otherNames,
                comment,
                definition,
                users,
                taken,
                statements);
    }
}

package io.github.cleanstaletypes.values;

import io.github.cleanstaletypes.internal.catalog.Dependent;
import io.github.cleanstaletypes.internal.catalog.Quarantine;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.catalog.TypeKind;
import io.github.cleanstaletypes.internal.catalog.undo.TypeUndo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A standalone type as a server could have told it: an enum that nothing uses, in {@code public}, and that we may drop. */
public final class ReadType {

    private final String name;
    private String schema = "public";
    private TypeKind kind = TypeKind.ENUM;
    private boolean owned = true;
    private boolean schemaOwned = true;
    private @Nullable String extension;
    private List<String> otherNames = List.of();
    private @Nullable String comment;
    private final List<Dependent> dependents = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private boolean nameTaken;

    private ReadType(String name) {
        this.name = name;
    }

    public static ReadType named(String name) {
        return new ReadType(name);
    }

    public ReadType in(String value) {
        schema = value;
        return this;
    }

    public ReadType kind(TypeKind value) {
        kind = value;
        return this;
    }

    public ReadType owned(boolean type, boolean itsSchema) {
        owned = type;
        schemaOwned = itsSchema;
        return this;
    }

    public ReadType ofExtension(String value) {
        extension = value;
        return this;
    }

    public ReadType alsoCalled(String... values) {
        otherNames = List.of(values);
        return this;
    }

    /** Renamed by an earlier run, from this name. */
    public ReadType quarantinedFrom(String original) {
        comment = new Quarantine(original, null).comment();
        return this;
    }

    /** Set aside by a guard with this random part, from this name; kept, if the guard's command has failed. */
    public ReadType setAsideFrom(String original, String guard, boolean kept) {
        comment = new Quarantine(original, null, null, new Quarantine.Approval(guard, kept)).comment();
        return this;
    }

    public ReadType nameTaken() {
        nameTaken = true;
        return this;
    }

    /** Its undo would not bring this back. */
    public ReadType loses(String what) {
        lost.add(what);
        return this;
    }

    public ReadType usedBy(String description) {
        dependents.add(new Dependent("pg_class", 800 + dependents.size(), description));
        return this;
    }

    public StandaloneType read() {
        return new StandaloneType(
                401,
                schema,
                name,
                kind,
                "anna",
                owned,
                schemaOwned,
                extension,
                otherNames,
                comment,
                0,
                dependents,
                nameTaken,
                new TypeUndo("CREATE TYPE " + schema + "." + name + " AS ENUM ();", lost));
    }
}

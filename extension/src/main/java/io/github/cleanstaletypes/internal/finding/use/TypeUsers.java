package io.github.cleanstaletypes.internal.finding.use;

import io.github.cleanstaletypes.internal.catalog.Dependent;
import io.github.cleanstaletypes.internal.catalog.FunctionBodies;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Answers what uses a type: its dependents, function bodies that mention it, the extension that owns it. Immutable. */
public final class TypeUsers {

    private final Mentions mentions;

    /** @param types the types that will be asked for */
    public TypeUsers(List<StandaloneType> types, FunctionBodies bodies) {
        Set<String> wanted = new HashSet<>();
        types.forEach(type -> wanted.addAll(names(type)));
        this.mentions = new Mentions(bodies, wanted);
    }

    /** What uses the type, in plain words; empty if nothing does. */
    public List<String> of(StandaloneType type) {
        Set<String> users = new LinkedHashSet<>();
        if (type.extension() != null) {
            users.add("extension " + type.extension() + ", which it belongs to");
        }
        type.dependents().stream().map(Dependent::description).forEach(users::add);
        names(type).forEach(name -> users.addAll(mentions.of(type.schema(), name)));
        if (users.isEmpty() && !type.kind().removable()) {
            users.add("the server: a " + type.kind().word() + " type is not removed on its own");
        }
        return List.copyOf(users);
    }

    private static List<String> names(StandaloneType type) {
        List<String> names = new ArrayList<>();
        if (!type.nameTaken()) {
            // otherwise whoever mentions it means what has the name now
            names.add(type.originalName());
        }
        names.add(type.name());
        names.addAll(type.otherNames());
        return names;
    }
}

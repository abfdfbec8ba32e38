package io.github.cleanstaletypes.chaos.oracle;

import io.github.cleanstaletypes.chaos.system.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An inventory is all that users have in a database at one moment: relations, columns, types, functions, constraints, definitions of
 * views, and the rows of each table, counted and summed up.
 *
 * @param parts each thing by its name
 */
public record Inventory(Map<String, Part> parts) {

    /**
     * A part is one thing.
     *
     * @param owner what brings it and takes it along: the table of a column, the type of an array type
     * @param description all that must stay as it is
     */
    public record Part(String owner, String description) {}

    /** Reads all of it, and writes nothing: what cannot be read says so, and differs from what could. */
    public static Inventory of(Database database) {
        return new InventoryReader(database).read();
    }

    /** Keeps only what this owner brings and takes along; nothing is read again. */
    public Inventory ownedBy(String owner) {
        Map<String, Part> owned = new TreeMap<>(parts);
        owned.values().removeIf(part -> !part.owner().equals(owner));
        return new Inventory(owned);
    }

    /** Says how this differs from what was there before, where nothing may. */
    public List<String> differencesFrom(Inventory before) {
        return differencesFrom(before, Set.of());
    }

    /**
     * Says how this differs from what was there before: a sentence each, the worst first, none if nothing was lost or changed.
     *
     * @param mayDiffer owners, {@code schema.name} as SQL writes them, of what may come, go and change
     */
    public List<String> differencesFrom(Inventory before, Set<String> mayDiffer) {
        List<String> lost = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> made = new ArrayList<>();
        Map<String, Part> all = new TreeMap<>(before.parts);
        parts.forEach(all::putIfAbsent);
        all.forEach((name, part) -> {
            if (!mayDiffer.contains(part.owner())) {
                Part was = before.parts.get(name);
                Part is = parts.get(name);
                if (was == null) {
                    made.add("new: " + name);
                } else if (is == null) {
                    lost.add("lost: " + name);
                } else if (!was.equals(is)) {
                    changed.add("changed: %s was %s and is %s".formatted(name, was.description(), is.description()));
                }
            }
        });
        return Stream.of(lost, changed, made).flatMap(List::stream).toList();
    }
}

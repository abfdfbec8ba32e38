package io.github.cleanstaletypes.internal.explain.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Knows what tools call an enum while they put another one in its place. Stateless. */
public final class SwapNames {

    /** What the old one is renamed to: TypeORM's, Alembic's and Prisma's; sqlalchemy's own recipes; by hand. */
    private static final List<String> OLD =
            List.of("_old", "__old_version_to_be_dropped", "_old_type", "_tmp_old", "_backup");

    /** What the new one is called until it takes the name: Prisma's; by hand. */
    private static final List<String> NEW = List.of("_new", "_tmp", "_temp", "_new_type", "__new");

    private SwapNames() {}

    /** The name, and what may take part in a swap with it. */
    public static Set<String> around(String name) {
        Set<String> names = new LinkedHashSet<>(List.of(name));
        String base = base(name);
        names.add(base);
        names.addAll(old(base));
        names.addAll(fresh(base));
        return names;
    }

    /** The name that the enum has when nothing is on. */
    public static String base(String name) {
        List<String> endings = new ArrayList<>(OLD);
        endings.addAll(NEW);
        return endings.stream()
                .filter(ending -> name.endsWith(ending) && name.length() > ending.length())
                .max(java.util.Comparator.comparing(String::length))
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .orElseGet(() -> name.startsWith("old_") || name.startsWith("new_") ? name.substring(4) : name);
    }

    public static List<String> old(String base) {
        List<String> names =
                new ArrayList<>(OLD.stream().map(ending -> base + ending).toList());
        names.add("old_" + base);
        return names;
    }

    public static List<String> fresh(String base) {
        List<String> names =
                new ArrayList<>(NEW.stream().map(ending -> base + ending).toList());
        names.add("new_" + base);
        return names;
    }
}

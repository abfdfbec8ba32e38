package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.NamedDependent;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.NamedObject;
import java.util.List;
import java.util.Optional;

/** Something was to be dropped, and something else depends on it. */
final class Dependents {

    private static final int MOST = 50;

    private static final String NEVER =
            "Do not add CASCADE: it drops what depends on it as well, columns with their data.";

    private Dependents() {}

    static Optional<Advice> advise(Situation situation) {
        NamedObject named = situation.named();
        String what = "The DROP of "
                + (named == null
                        ? "what the text does not name"
                        : (named.kind() == null ? "" : named.kind() + " ") + situation.name())
                + " failed because something depends on it.";
        List<NamedDependent> dependents = of(situation);
        if (!situation.looked() || named == null) {
            return Optional.of(new Advice(
                    what,
                    NEVER
                            + " The error's DETAIL lists what depends on it: see to each of these first, then drop. What a role owns:"
                            + " REASSIGN OWNED, then DROP OWNED, in each database."));
        }
        if (dependents.isEmpty()) {
            return Optional.of(new Advice(
                    what + " Nothing depends on it now, as far as the catalog's table of dependencies shows.",
                    NEVER + " The error's DETAIL lists what depended on it. Run the migration again."));
        }
        return Optional.of(new Advice(
                what,
                NEVER
                        + " See to each of these first: give a column another type or drop it, drop and recreate a view or a function;"
                        + " then drop it without CASCADE.",
                dependents.stream()
                        .limit(MOST)
                        .map(dependent -> "depends on " + of(dependent) + ": " + dependent.description())
                        .toList()));
    }

    /** What depends on what the error names. */
    static List<NamedDependent> of(Situation situation) {
        SqlName name = situation.sqlName();
        return name == null
                ? List.of()
                : situation.things().dependents().stream()
                        .filter(one -> one.name().equals(name.name())
                                && (name.schema() == null || name.schema().equals(one.schema())))
                        .toList();
    }

    private static String of(NamedDependent dependent) {
        return dependent.kind() + " " + new SqlName(dependent.schema(), dependent.name());
    }
}

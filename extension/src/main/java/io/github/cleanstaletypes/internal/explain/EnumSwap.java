package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.EnumType;
import io.github.cleanstaletypes.internal.catalog.named.NamedDependent;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.explain.words.AppliedMark;
import io.github.cleanstaletypes.internal.explain.words.SwapNames;
import io.github.cleanstaletypes.internal.explain.words.SwapStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A migration puts an enum in the place of another one, and an earlier run of it has stopped half-way. */
final class EnumSwap {

    /**
     * Two enums, of which one is to take the other's place.
     *
     * @param from the one that is to go
     * @param to the one that is to stay
     * @param base the name that it is to have
     */
    private record Pair(EnumType from, EnumType to, String base) {}

    private EnumSwap() {}

    static Optional<Advice> advise(Situation situation) {
        return situation.damaged() ? Optional.empty() : pair(situation).map(pair -> advice(pair, situation));
    }

    private static Optional<Pair> pair(Situation situation) {
        SqlName name = situation.sqlName();
        if (name == null) {
            return Optional.empty();
        }
        String base = SwapNames.base(name.name());
        return situation.things().enums().stream()
                .map(EnumType::schema)
                .filter(schema -> name.schema() == null || name.schema().equals(schema))
                .distinct()
                .flatMap(schema -> pair(situation, schema, base).stream())
                .filter(pair -> Stream.of(pair.from(), pair.to())
                        .anyMatch(one -> one.name().equals(name.name())))
                .findFirst();
    }

    private static Optional<Pair> pair(Situation situation, String schema, String base) {
        EnumType old = find(situation, schema, SwapNames.old(base));
        EnumType plain = find(situation, schema, List.of(base));
        EnumType fresh = find(situation, schema, SwapNames.fresh(base));
        EnumType from = old == null ? plain : old;
        EnumType to = old == null || plain == null ? fresh : plain;
        boolean alike = from != null
                && to != null
                && (from.labels().isEmpty() || from.labels().stream().anyMatch(to.labels()::contains));
        return alike
                ? Optional.of(new Pair(Objects.requireNonNull(from), Objects.requireNonNull(to), base))
                : Optional.empty();
    }

    private static @Nullable EnumType find(Situation situation, String schema, List<String> names) {
        return names.stream()
                .flatMap(name -> situation.things().enums(schema, name).stream())
                .findFirst()
                .orElse(null);
    }

    private static Advice advice(Pair pair, Situation situation) {
        List<String> facts = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        for (EnumType one : List.of(pair.from(), pair.to())) {
            facts.add("enum " + one.written() + " (" + String.join(", ", one.labels()) + "): " + users(one));
            others(one, situation).forEach(text -> obstacles.add(one.written() + " is used by " + text));
        }
        facts.addAll(obstacles);
        List<String> lost = new ArrayList<>(pair.to().labels());
        lost.removeAll(pair.from().labels());
        List<String> missing = new ArrayList<>(pair.from().labels());
        missing.removeAll(pair.to().labels());
        facts.add("to go back: " + SwapStatements.back(pair.from(), pair.to(), pair.base()));
        facts.add("to finish: " + SwapStatements.finish(pair.from(), pair.to(), pair.base()));
        return new Advice(
                "A migration that puts a new enum in the place of "
                        + new SqlName(pair.to().schema(), pair.base())
                        + " was interrupted half-way: both are there, "
                        + pair.from().written() + ", which was to go, and "
                        + pair.to().written() + ", which was to stay.",
                "Let no migrator run. Go back, and run the migration again; or finish, and "
                        + AppliedMark.in(situation.things().tools()) + ". The statements for both stand above."
                        + only(" Going back fails while rows have a label that only the new enum has: ", lost)
                        + only(" Finishing fails while rows have a label that only the old enum has: ", missing)
                        + (obstacles.isEmpty()
                                ? ""
                                : " What uses them besides columns has to be dropped first, and recreated afterwards.")
                        + " Never DROP TYPE … CASCADE: it drops the columns.",
                facts);
    }

    private static String users(EnumType one) {
        return one.columns().isEmpty()
                ? "no column of a table has it"
                : String.join(
                        ", ",
                        one.columns().stream()
                                .map(column -> "column " + column.column() + " of " + column.owner())
                                .toList());
    }

    /** What uses it, and is carried over by no ALTER TABLE. */
    private static List<String> others(EnumType one, Situation situation) {
        Stream<String> computed = one.columns().stream()
                .filter(column -> column.generated())
                .map(column -> "generated column " + column.column() + " of " + column.owner());
        Stream<String> others = situation.things().dependents().stream()
                .filter(dependent -> dependent.kind().equals("type")
                        && dependent.name().equals(one.name())
                        && one.schema().equals(dependent.schema()))
                .map(NamedDependent::description)
                .filter(text -> !text.startsWith("default of ")
                        && !(text.startsWith("column ")
                                && (text.contains(" of table ") || text.contains(" of foreign table "))));
        return Stream.concat(computed, others).toList();
    }

    private static String only(String sentence, List<String> labels) {
        return labels.isEmpty() ? "" : sentence + String.join(", ", labels) + ".";
    }
}

package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.NamedThing;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.explain.words.InWords;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import io.github.cleanstaletypes.report.Result;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Several schemas have the name, and nothing tells which of them is meant. */
final class SchemaNotTold {

    private static final int MOST = 10;

    private SchemaNotTold() {}

    static Optional<Advice> advise(Situation situation) {
        List<NamedThing> candidates = situation.ambiguous();
        if (candidates.isEmpty() || situation.damaged()) {
            return Optional.empty();
        }
        String onPath = candidates.stream()
                .filter(thing -> situation.things().searchPath().contains(thing.schema()))
                .map(InWords::what)
                .collect(Collectors.joining(", "));
        String remedies = situation.results().stream()
                .filter(result -> candidates.stream().anyMatch(thing -> is(thing, result)))
                .map(result -> "If it is " + result.finding().subject().display() + ": " + result.remedy())
                .collect(Collectors.joining(" "));
        return Optional.of(new Advice(
                "The CREATE failed because " + situation.name()
                        + " exists. The error does not tell in which schema, and "
                        + candidates.stream().map(NamedThing::schema).distinct().count() + " have one"
                        + (onPath.isEmpty() ? "." : "; on this role's own search path it is " + onPath + "."),
                "Find out which schema the migrator creates in: its search_path, or the statement in its log. "
                        + (remedies.isEmpty() ? "" : remedies + " ")
                        + "Of another one: " + Calls.check(example(candidates, onPath)),
                candidates.stream().limit(MOST).map(InWords::there).toList()));
    }

    private static boolean is(NamedThing thing, Result result) {
        return result.finding().subject().oid() == thing.oid();
    }

    private static String example(List<NamedThing> candidates, String onPath) {
        return candidates.stream()
                .filter(thing -> !onPath.contains(InWords.what(thing)))
                .findFirst()
                .map(thing -> new SqlName(thing.schema(), thing.name()).toString())
                .orElse("SCHEMA.NAME");
    }
}

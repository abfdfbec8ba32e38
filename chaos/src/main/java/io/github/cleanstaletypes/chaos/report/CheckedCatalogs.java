package io.github.cleanstaletypes.chaos.report;

import io.github.cleanstaletypes.chaos.oracle.Checkers;
import io.github.cleanstaletypes.chaos.run.RunResult;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells whose programs have looked at the catalogs, and where one of them is not installed. */
final class CheckedCatalogs {

    private CheckedCatalogs() {}

    static String inWords(List<RunResult> results) {
        Set<String> with = versions(results, true);
        List<String> without = versions(results, false).stream()
                .filter(version -> !with.contains(version))
                .toList();
        StringBuilder words = new StringBuilder("Catalogs that should be whole were checked by amcheck too");
        if (!with.isEmpty()) {
            words.append(", and on ").append(String.join(", ", with)).append(" by pg_catcheck");
        }
        words.append('.');
        if (!without.isEmpty()) {
            words.append(" No pg_catcheck is installed for ")
                    .append(String.join(", ", without))
                    .append('.');
        }
        return words.toString();
    }

    /** Lists the servers on which a catalog was checked with, or without, pg_catcheck. */
    private static Set<String> versions(List<RunResult> results, boolean catcheck) {
        return results.stream()
                .filter(result ->
                        !result.checkers().isEmpty() && result.checkers().contains(Checkers.CATCHECK) == catcheck)
                .map(result -> result.run().postgres())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

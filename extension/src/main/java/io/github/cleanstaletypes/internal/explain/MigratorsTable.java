package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.finding.remedy.Phrase;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table in which a migration tool keeps its state, or what comes with it, is in the tool's own way: each migrator makes it first. */
final class MigratorsTable {

    /** What a server or a tool puts behind a table's name for its keys, indexes and sequences. */
    private static final Pattern PART = Pattern.compile("(?i)(?:\\w+_)?(?:pkey|pk|pkc|key|seq|idx)");

    private MigratorsTable() {}

    static Optional<Advice> advise(Situation situation) {
        String table = table(situation.named());
        if (table == null || other(situation)) {
            return Optional.empty();
        }
        String tools =
                MigrationTool.owning(table).stream().map(MigrationTool::inWords).collect(Collectors.joining(" or "));
        String whose = tools.isEmpty() ? "by its name the table of a migration tool" : "the table of " + tools;
        String own = new SqlName(null, table).toString();
        return Optional.of(new Advice(
                        "The CREATE of " + situation.name() + " came too late: "
                                + (table.equals(name(situation)) ? "that is " : "it belongs to " + own + ", ") + whose
                                + ", in which it keeps what has been applied. Each migrator looks for it and makes it where there is"
                                + " none, and another migrator has just made it.",
                        "Leave it as it is, and run the migration again: it goes on from what stands there. Let one migrator run at a"
                                + " time: " + Phrase.GUARD.words()
                                + ". If it fails again in the same way while no other migrator runs, then its"
                                + " search_path or its own setting leads it to another schema, or another tool has a table of that"
                                + " name"
                                + (tools.isEmpty() ? ", or the table is your own and its migration has run." : "."),
                        situation.thereNow())
                .worthAnotherAttempt());
    }

    /** Whether a table of this name, or what comes with one, is a migration tool's. */
    static boolean owns(@Nullable String name) {
        return name != null && table(name) != null;
    }

    private static @Nullable String table(@Nullable NamedObject named) {
        return named == null ? null : table(named.name());
    }

    private static @Nullable String table(String name) {
        if (MigrationTool.owns(name)) {
            return name;
        }
        for (int end = name.lastIndexOf('_'); end > 0; end = name.lastIndexOf('_', end - 1)) {
            String stem = name.substring(0, end);
            if (PART.matcher(name.substring(end + 1)).matches()
                    && !MigrationTool.owning(stem).isEmpty()) {
                return stem;
            }
        }
        return null;
    }

    private static String name(Situation situation) {
        NamedObject named = situation.named();
        return named == null ? "" : named.name();
    }

    /** Something else than a table is known to be in the way. */
    private static boolean other(Situation situation) {
        return situation.damaged()
                || situation
                        .proof()
                        .map(result -> result.finding().code())
                        .filter(List.of(FindingCode.UNUSED_TYPE, FindingCode.TYPE_IN_USE)::contains)
                        .isPresent();
    }
}

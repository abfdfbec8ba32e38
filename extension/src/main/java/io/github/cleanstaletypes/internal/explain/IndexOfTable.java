package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.NamedThing;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.StatementTarget;
import io.github.cleanstaletypes.internal.explain.words.AppliedMark;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.Optional;

/** An index has the name: of the same table, so that the work is done, or of another one. */
final class IndexOfTable {

    private IndexOfTable() {}

    static Optional<Advice> advise(Situation situation) {
        List<NamedThing> indexes = situation.namesakes().stream()
                .filter(thing -> thing.kind().equals("index") && thing.owner() != null)
                .toList();
        boolean leftover = situation
                .proof()
                .filter(result -> result.finding().code() == FindingCode.LEFTOVER_RELATION)
                .isPresent();
        if (indexes.size() != 1 || !leftover || situation.damaged()) {
            return Optional.empty();
        }
        NamedThing index = indexes.get(0);
        String name = new SqlName(index.schema(), index.name()).toString();
        String what = "The CREATE failed because an index " + name + " exists: it belongs to " + index.owner() + ".";
        return Optional.of((isWanted(situation.first().target(), index)
                        ? new Advice(
                                what + " That is the table which was to get one of that name.",
                                "Compare it with what the migration makes. If it is the same, "
                                        + AppliedMark.in(situation.things().tools())
                                        + "; CREATE INDEX IF NOT EXISTS passes over it.")
                        : new Advice(
                                what + " A table that is renamed keeps the names of its indexes and keys.",
                                "If " + index.owner() + " is to stay, give its index another name: ALTER INDEX " + name
                                        + " RENAME TO …; a key's constraint is renamed with it. If that table is what remains of"
                                        + " an earlier run, look what is in it first."))
                .with(situation.thereNow()));
    }

    private static boolean isWanted(@org.jspecify.annotations.Nullable StatementTarget target, NamedThing index) {
        SqlName table = target == null ? null : target.on();
        return table != null
                && (table.toString().equals(index.owner())
                        || new SqlName(index.schema(), table.name()).toString().equals(index.owner()));
    }
}

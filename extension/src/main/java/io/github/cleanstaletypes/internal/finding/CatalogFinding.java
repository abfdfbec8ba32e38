package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.sql.RawText;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Subject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what one root cause is, as it was read from the catalog, with its evidence. Immutable; each implementation is a value. */
public sealed interface CatalogFinding
        permits UnusedType,
                TypeInUse,
                LeftoverRelation,
                UnfinishedMigration,
                InvalidIndex,
                PendingDetach,
                Creation,
                Dangling,
                InvisibleRow,
                DamagedIndex {

    /** Which cause it is. */
    FindingCode code();

    /** The object that it is about. */
    Subject subject();

    /** What to call the object: its name as SQL writes it, or what it is. */
    default String title() {
        return subject().display();
    }

    /** The claim that brought it up, or null if it is found wherever it is. */
    @Nullable
    Claim claim();

    /** The SQLSTATE that a CREATE of that name gets, or the one that using the object gets; null if nothing fails. */
    @Nullable
    String raises();

    /** What it is and what follows from it, in one or two sentences. */
    String explanation();

    /** What to do, with a command to paste where there is one. */
    String remedy();

    /** The facts behind it by name: a String, Long, Boolean or {@code List<String>} each, in the order to show them. */
    Map<String, Object> evidence();

    /** The value that a report shows. */
    default Finding inReport() {
        Claim claim = claim();
        Subject subject = subject();
        String name = subject.name();
        boolean bare = (claim != null && claim.name().schema() == null) || "public".equals(subject.schema());
        return new Finding(
                code(),
                Shown.of(subject),
                RawText.shown(title()),
                RawText.shown(bare && name != null ? name : title()),
                claim == null ? null : claim.source(),
                raises(),
                RawText.shown(explanation()),
                RawText.shown(remedy()),
                Shown.of(evidence()));
    }

    /** The statements that recreate what a removal would take away. */
    default Optional<String> undo() {
        return Optional.empty();
    }
}

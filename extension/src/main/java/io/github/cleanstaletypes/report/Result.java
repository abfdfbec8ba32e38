package io.github.cleanstaletypes.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A finding and what became of it. Immutable.
 *
 * @param finding the finding
 * @param outcome what became of it
 * @param refusal why it was left, for {@link Outcome#REFUSED}; else null
 * @param why a sentence that says why, empty where the finding says it all
 * @param undo the statements that recreate what was, or would be, taken away; empty where nothing is, as where a name is given back
 */
public record Result(
        Finding finding, Outcome outcome, @Nullable Refusal refusal, String why, Optional<String> undo) {

    /** Says what to do now; what this library can do about it, as calls of {@code StaleTypes}. */
    public String remedy() {
        return switch (outcome) {
            case DROPPED -> "None is needed. To have it back, run its undo.";
            case QUARANTINED -> "None is needed. To have it back: StaleTypes.in(dataSource).restore()";
            case FREED -> "None is needed. To have it back, run its undo.";
            case RESTORED, ENDED, ROLLED_BACK, WAITED -> "None is needed.";
            case REFUSED, REPORTED, NOTED, PLANNED -> refusal == null ? finding.remedy() : remedy(refusal);
        };
    }

    private String remedy(Refusal reason) {
        return switch (reason) {
            case DAMAGE -> "See to the damage first.";
            case CREATOR ->
                "Run it again when that transaction is over, or wait longer for it:"
                        + " waitingForCreators(Duration.ofSeconds(30)).";
            case PREPARED -> "Settle the prepared transaction first: it ends by nothing else, not even by a restart.";
            case BUSY -> "Run it again.";
            case CONNECTED -> "Run it again when nobody else is connected to this database.";
            case PRIVILEGE -> "Run it as the owner, or have the owner do it.";
            case NOT_UNDOABLE -> "Keep it; or take away what would be lost, and run it again.";
            case ENCODING ->
                "By hand, by its oid, as its owner: the guide's page on safety has the statement, under \"Encodings\".";
            case POOLER -> "Run it again with the address of the server itself, not that of the pooler.";
            case IN_USE, NAME_TAKEN, SERVER, OTHERS_CODE -> finding.remedy();
        };
    }

    /** Says what it is, what follows, and why it was left, if it was. */
    public String explanation() {
        return why.isEmpty() ? finding.explanation() : finding.explanation() + " " + why;
    }
}

package io.github.cleanstaletypes.internal.plan;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.finding.PreparedCreation;
import io.github.cleanstaletypes.internal.finding.TypeInUse;
import io.github.cleanstaletypes.internal.finding.UncommittedCreation;
import io.github.cleanstaletypes.internal.finding.UnusedType;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what to do about each finding. Immutable, can be shared. */
public final class Planner {

    private final Set<String> preparedToRollBack;
    private final @Nullable Duration endIdleAfter;
    private final boolean ending;

    /**
     * @param preparedToRollBack identifiers of prepared transactions that somebody asked to roll back
     * @param endIdleAfter how long a session that holds a creation open may be idle; null for as long as it likes
     */
    public Planner(Set<String> preparedToRollBack, @Nullable Duration endIdleAfter) {
        this(preparedToRollBack, endIdleAfter, true);
    }

    private Planner(Set<String> preparedToRollBack, @Nullable Duration endIdleAfter, boolean ending) {
        this.preparedToRollBack = Set.copyOf(preparedToRollBack);
        this.endIdleAfter = endIdleAfter;
        this.ending = ending;
    }

    /** The same for when whoever could be ended has been, and whoever is still there stays. */
    public Planner afterEnding() {
        return new Planner(preparedToRollBack, endIdleAfter, false);
    }

    /** Whether this session is to be ended, as far as it alone is concerned. */
    public boolean ends(Creator creator) {
        return ending
                && endIdleAfter != null
                && creator.idle() != null
                && creator.idle().length().compareTo(endIdleAfter) > 0;
    }

    /** The plan for these findings, which are all that one inspection found: some findings forbid what others ask for. */
    public Plan plan(List<CatalogFinding> findings) {
        Scene scene = new Scene(
                findings.stream().anyMatch(finding -> finding.code().damage()),
                findings.stream().filter(this::holds).map(CatalogFinding::code).collect(Collectors.toSet()));
        List<Step> steps =
                findings.stream().map(finding -> step(finding, scene)).toList();
        boolean kept = steps.stream()
                .anyMatch(step -> step.refusal() == Refusal.CREATOR || step.refusal() == Refusal.PREPARED);
        return new Plan(kept ? steps.stream().map(Planner::reported).toList() : steps);
    }

    /** The plan that gives quarantined types, used or not, their names back, and leaves all else out. */
    public Plan restoration(List<CatalogFinding> findings) {
        boolean damaged = findings.stream().anyMatch(finding -> finding.code().damage());
        return new Plan(findings.stream()
                .filter(Planner::quarantined)
                .map(finding -> damaged ? damaged(finding) : restored(finding))
                .toList());
    }

    private static Step restored(CatalogFinding finding) {
        StandaloneType type = finding instanceof UnusedType unused ? unused.type() : ((TypeInUse) finding).type();
        return type.exact() ? Step.of(finding, Action.RESTORE) : inexact(finding);
    }

    private static boolean quarantined(CatalogFinding finding) {
        return (finding instanceof UnusedType unused
                        && unused.type().quarantine().isPresent())
                || (finding instanceof TypeInUse used
                        && used.type().quarantine().isPresent());
    }

    /**
     * What else was found, as far as it forbids changes.
     *
     * @param damaged whether the catalog is damaged
     * @param creations the kinds of transaction that are creating something
     */
    private record Scene(boolean damaged, Set<FindingCode> creations) {}

    private Step step(CatalogFinding finding, Scene scene) {
        return switch (finding.code()) {
            case UNUSED_TYPE -> unused((UnusedType) finding, scene);
            case TYPE_IN_USE -> used((TypeInUse) finding, scene);
            case UNCOMMITTED_CREATION -> creation((UncommittedCreation) finding, scene);
            case PREPARED_CREATION -> prepared((PreparedCreation) finding, scene);
            case LEFTOVER_RELATION,
                    ORPHAN_ROW_TYPE,
                    ORPHAN_ARRAY_TYPE,
                    RELATION_WITHOUT_TYPE,
                    INVISIBLE_ROW,
                    DAMAGED_INDEX -> Step.of(finding, Action.REPORT);
        };
    }

    private static Step unused(UnusedType finding, Scene scene) {
        boolean quarantined = finding.type().quarantine().isPresent();
        if (quarantined && (scene.damaged || !scene.creations.isEmpty())) {
            return Step.of(finding, Action.NOTE);
        }
        if (scene.damaged) {
            return damaged(finding);
        }
        if (!finding.type().exact()) {
            return quarantined ? Step.of(finding, Action.NOTE) : inexact(finding);
        }
        if (!finding.type().owned() && !finding.type().schemaOwned()) {
            return quarantined ? Step.of(finding, Action.NOTE) : notOwned(finding);
        }
        if (scene.creations.contains(FindingCode.PREPARED_CREATION)) {
            return Step.refuse(
                    finding,
                    Refusal.PREPARED,
                    "Not removed, because a prepared transaction in this database has created something and may need it.");
        }
        if (!scene.creations.isEmpty()) {
            return Step.refuse(
                    finding,
                    Refusal.CREATOR,
                    "Not removed, because a transaction in this database is creating something and may need it.");
        }
        return Step.of(finding, quarantined ? Action.DISCARD : Action.REMOVE);
    }

    private Step creation(UncommittedCreation finding, Scene scene) {
        if (ends(finding.creator())) {
            return scene.damaged ? damaged(finding) : Step.of(finding, Action.END);
        }
        boolean blind = endIdleAfter != null && finding.creator().state() == null;
        return new Step(
                finding,
                finding.claim() == null ? Action.NOTE : Action.REPORT,
                null,
                blind ? "Not ended, because whether it is idle is not visible to this role." : "");
    }

    private static Step notOwned(UnusedType finding) {
        return Step.refuse(
                finding,
                Refusal.PRIVILEGE,
                "Not removed, because only its owner \"" + finding.type().owner()
                        + "\" or the owner of its schema may; connect as that role.");
    }

    private static Step inexact(CatalogFinding finding) {
        return Step.refuse(
                finding,
                Refusal.ENCODING,
                "Left as it is, because its name, its comment or a label holds bytes that are no text: what would bring it"
                        + " back could not be written down.");
    }

    private static Step used(TypeInUse finding, Scene scene) {
        if (finding.type().quarantine().isPresent()) {
            return scene.damaged ? damaged(finding) : restored(finding);
        }
        return finding.demanded() ? Step.refuse(finding, Refusal.IN_USE, "") : Step.of(finding, Action.NOTE);
    }

    private Step prepared(PreparedCreation finding, Scene scene) {
        if (!askedFor(finding)) {
            return Step.of(finding, Action.REPORT);
        }
        return scene.damaged ? damaged(finding) : Step.of(finding, Action.ROLL_BACK);
    }

    private static Step damaged(CatalogFinding finding) {
        return Step.refuse(
                finding,
                Refusal.DAMAGE,
                "Left as it is, because this database's catalog is damaged: first do no harm.");
    }

    /** A creation is a note until it keeps something from being removed: then it is why the run failed. */
    private static Step reported(Step step) {
        return step.finding().code() == FindingCode.UNCOMMITTED_CREATION && step.action() == Action.NOTE
                ? new Step(step.finding(), Action.REPORT, null, step.why())
                : step;
    }

    /** Whether a transaction holds what it creates after this plan too. */
    private boolean holds(CatalogFinding finding) {
        return switch (finding.code()) {
            case UNCOMMITTED_CREATION -> !ends(((UncommittedCreation) finding).creator());
            case PREPARED_CREATION -> !askedFor((PreparedCreation) finding);
            case UNUSED_TYPE,
                    TYPE_IN_USE,
                    LEFTOVER_RELATION,
                    ORPHAN_ROW_TYPE,
                    ORPHAN_ARRAY_TYPE,
                    RELATION_WITHOUT_TYPE,
                    INVISIBLE_ROW,
                    DAMAGED_INDEX -> false;
        };
    }

    private boolean askedFor(PreparedCreation finding) {
        return preparedToRollBack.contains(
                Objects.requireNonNullElse(finding.creator().gid(), ""));
    }
}

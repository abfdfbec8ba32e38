package io.github.cleanstaletypes.internal.plan;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.finding.Creation;
import io.github.cleanstaletypes.internal.finding.InvalidIndex;
import io.github.cleanstaletypes.internal.finding.PendingDetach;
import io.github.cleanstaletypes.internal.finding.PreparedCreation;
import io.github.cleanstaletypes.internal.finding.TypeInUse;
import io.github.cleanstaletypes.internal.finding.UncommittedCreation;
import io.github.cleanstaletypes.internal.finding.UnfinishedMigration;
import io.github.cleanstaletypes.internal.finding.UnusedType;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Refusal;
import java.time.Duration;
import java.util.HashSet;
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
    private final Set<String> guardsAtWork;
    private final boolean freeing;

    /**
     * @param preparedToRollBack identifiers of prepared transactions that somebody asked to roll back
     * @param endIdleAfter how long a session that holds a creation open may be idle; null for as long as it likes
     */
    public Planner(Set<String> preparedToRollBack, @Nullable Duration endIdleAfter) {
        this(preparedToRollBack, endIdleAfter, true, Set.of(), false);
    }

    private Planner(
            Set<String> preparedToRollBack,
            @Nullable Duration endIdleAfter,
            boolean ending,
            Set<String> guardsAtWork,
            boolean freeing) {
        this.preparedToRollBack = Set.copyOf(preparedToRollBack);
        this.endIdleAfter = endIdleAfter;
        this.ending = ending;
        this.guardsAtWork = Set.copyOf(guardsAtWork);
        this.freeing = freeing;
    }

    /**
     * The same within the command of this guard, whose business it is what becomes of the types that it has set aside.
     *
     * @param guard the random part of its token, or null for none
     */
    public Planner within(@Nullable String guard) {
        return new Planner(preparedToRollBack, endIdleAfter, ending, guard == null ? Set.of() : Set.of(guard), freeing);
    }

    /**
     * The same beside these guards, too, whose business it is likewise.
     *
     * @param guards the random parts of their tokens
     */
    public Planner beside(Set<String> guards) {
        Set<String> all = new HashSet<>(guardsAtWork);
        all.addAll(guards);
        return new Planner(preparedToRollBack, endIdleAfter, ending, all, freeing);
    }

    /** Gives the planner that ends no session: what could be ended has been, and what is still there stays. */
    public Planner afterEnding() {
        return new Planner(preparedToRollBack, endIdleAfter, false, guardsAtWork, freeing);
    }

    /** The same that frees lock rows of migration tools, or does not. */
    public Planner freeing(boolean locks) {
        return new Planner(preparedToRollBack, endIdleAfter, ending, guardsAtWork, locks);
    }

    /** Tells whether this session is to be ended, as far as it alone is concerned. */
    public boolean ends(Creator creator) {
        return ending
                && endIdleAfter != null
                && creator.idle() != null
                && creator.idle().length().compareTo(endIdleAfter) > 0;
    }

    /** Plans for all findings of one inspection together: some findings forbid what others ask for. */
    public Plan plan(List<CatalogFinding> findings) {
        Scene scene = scene(findings);
        List<Step> steps =
                findings.stream().map(finding -> step(finding, scene)).toList();
        boolean kept = steps.stream()
                .anyMatch(step -> step.refusal() == Refusal.CREATOR || step.refusal() == Refusal.PREPARED);
        return new Plan(kept ? steps.stream().map(Planner::reported).toList() : steps);
    }

    /**
     * Plans to give quarantined types, used or not, their names back, and leaves all else out. Of several that had one name it
     * wants to be told which is meant, by its present name, which holds its oid.
     */
    public Plan restoration(List<CatalogFinding> findings) {
        Scene scene = scene(findings);
        List<CatalogFinding> quarantined =
                findings.stream().filter(this::mayBeRestored).toList();
        Rivals rivals = new Rivals(quarantined);
        return new Plan(quarantined.stream()
                .map(finding -> scene.damaged()
                        ? Scene.leftForDamage(finding)
                        : rivals.refusal(finding).orElseGet(() -> TypeSteps.restored(finding)))
                .toList());
    }

    private boolean mayBeRestored(CatalogFinding finding) {
        return Settlement.type(finding).flatMap(StandaloneType::quarantine).isPresent() && !atWork(finding);
    }

    private boolean atWork(CatalogFinding finding) {
        return Settlement.approval(finding)
                .filter(approval -> guardsAtWork.contains(approval.guard()) && !approval.kept())
                .isPresent();
    }

    private Scene scene(List<CatalogFinding> findings) {
        return new Scene(
                findings.stream().anyMatch(finding -> finding.code().damage()),
                findings.stream().filter(this::holds).map(CatalogFinding::code).collect(Collectors.toSet()));
    }

    private Step step(CatalogFinding finding, Scene scene) {
        if (atWork(finding)) {
            return new Step(finding, Action.NOTE, null, "The guard that is at work has set it aside.");
        }
        return switch (finding.code()) {
            case UNUSED_TYPE -> TypeSteps.unused((UnusedType) finding, scene);
            case TYPE_IN_USE -> TypeSteps.used((TypeInUse) finding, scene);
            case PENDING_DETACH -> Step.of(finding, ((PendingDetach) finding).demanded() ? Action.REPORT : Action.NOTE);
            case INVALID_INDEX -> IndexSteps.invalid((InvalidIndex) finding, scene);
            case UNCOMMITTED_CREATION -> creation((UncommittedCreation) finding, scene);
            case PREPARED_CREATION -> prepared((PreparedCreation) finding, scene);
            case UNFINISHED_MIGRATION -> LockSteps.of((UnfinishedMigration) finding, scene, freeing);
            case LEFTOVER_RELATION,
                    ORPHAN_ROW_TYPE,
                    ORPHAN_ARRAY_TYPE,
                    RELATION_WITHOUT_TYPE,
                    INVISIBLE_ROW,
                    DAMAGED_INDEX -> Step.of(finding, Action.REPORT);
        };
    }

    private Step creation(UncommittedCreation finding, Scene scene) {
        if (ends(finding.creator())) {
            return scene.unlessDamaged(finding, Action.END);
        }
        boolean blind = endIdleAfter != null && finding.creator().state() == null;
        return new Step(
                finding,
                finding.demanded() ? Action.REPORT : Action.NOTE,
                null,
                blind ? "Not ended, because whether it is idle is not visible to this role." : "");
    }

    private Step prepared(PreparedCreation finding, Scene scene) {
        if (!askedFor(finding.creator())) {
            return Step.of(finding, Action.REPORT);
        }
        return scene.unlessDamaged(finding, Action.ROLL_BACK);
    }

    /** A creation is a note until it keeps something from being removed: then it is why the run failed. */
    private static Step reported(Step step) {
        return step.finding().code() == FindingCode.UNCOMMITTED_CREATION && step.action() == Action.NOTE
                ? new Step(step.finding(), Action.REPORT, null, step.why())
                : step;
    }

    /** Tells whether a transaction still holds what it creates after this plan. */
    private boolean holds(CatalogFinding finding) {
        return finding instanceof Creation creation
                && !(creation.creator().prepared() ? askedFor(creation.creator()) : ends(creation.creator()));
    }

    private boolean askedFor(Creator prepared) {
        return preparedToRollBack.contains(Objects.requireNonNullElse(prepared.gid(), ""));
    }
}

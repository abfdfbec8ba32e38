package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.claim.sql.StatementTarget;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One error of the family that this project explains, as far as it could be read. Immutable.
 *
 * @param cause what the error tells by itself
 * @param sqlState its SQLSTATE, or null if it is not known
 * @param constraint the constraint that it names or implies, or null
 * @param named what is in the way, or null if neither the error nor its statement says it
 * @param targets what the statement that failed was to create; none if no such statement is to be seen, several if it cannot be told
 *     which of them failed
 * @param tool the tool whose own error it is, or null if it is the server's
 * @param lost the number of a type or a relation that leads nowhere, or 0
 * @param twice whether the lines before it show two statements that create this name, with another one between them
 */
public record Symptom(
        Cause cause,
        @Nullable String sqlState,
        @Nullable String constraint,
        @Nullable NamedObject named,
        List<StatementTarget> targets,
        @Nullable MigrationTool tool,
        long lost,
        boolean twice) {

    public Symptom {
        targets = List.copyOf(targets);
    }

    /** What the statement that failed was to create, or null if that cannot be told. */
    public @Nullable StatementTarget target() {
        return targets.size() == 1 ? targets.get(0) : null;
    }

    /** Whether both tell of the same thing, the other one perhaps less of it. */
    boolean covers(Symptom other) {
        return cause == other.cause && (other.named == null || (named != null && same(named, other.named)));
    }

    private static boolean same(NamedObject one, NamedObject other) {
        return one.name().equals(other.name())
                && (one.schema() == null
                        || other.schema() == null
                        || one.schema().equals(other.schema()))
                && (one.on() == null
                        || other.on() == null
                        || Objects.equals(one.on().name(), other.on().name()));
    }

    /** What both tell. */
    Symptom with(Symptom other) {
        NamedObject known = named == null ? other.named : named;
        if (known != null && other.named != null) {
            known = known.and(other.named);
        }
        return new Symptom(
                cause,
                sqlState == null ? other.sqlState : sqlState,
                constraint == null ? other.constraint : constraint,
                known,
                targets.isEmpty() ? other.targets : targets,
                tool == null ? other.tool : tool,
                lost == 0 ? other.lost : lost,
                twice || other.twice);
    }

    /** Whether the statement said that what it creates may be there already, and what it met is of that kind. */
    public boolean inSpiteOfIfNotExists() {
        StatementTarget target = target();
        return target != null && target.tolerant();
    }
}

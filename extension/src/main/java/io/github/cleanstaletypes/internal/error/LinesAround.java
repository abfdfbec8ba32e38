package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.claim.sql.StatementTarget;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines around one error, which tell what its message does not: which statement failed, in which schema, and a name that the driver
 * hides. Immutable.
 *
 * @param said statements of which a field or a label says that they failed
 * @param before the lines before the message, in their order
 * @param own the message's line
 * @param after the lines behind it, up to the next error
 */
record LinesAround(List<String> said, List<String> before, String own, List<String> after) {

    /** Errors whose name some drivers hide: the statement has it. */
    private static final Set<Cause> WITHOUT_NAME = EnumSet.of(
            Cause.TYPE_RACE,
            Cause.RELATION_RACE,
            Cause.TYPE_EXISTS,
            Cause.RELATION_EXISTS,
            Cause.COLUMN_EXISTS,
            Cause.SCHEMA_EXISTS,
            Cause.SCHEMA_RACE,
            Cause.EXTENSION_RACE,
            Cause.FUNCTION_RACE,
            Cause.FUNCTION_EXISTS);

    /** What an error 42710 can be whose message is hidden. */
    private static final List<Cause> OF_ANY_STATEMENT =
            List.of(Cause.TYPE_EXISTS, Cause.POLICY_EXISTS, Cause.TRIGGER_EXISTS, Cause.CONSTRAINT_EXISTS);

    private static final Pattern DATASOURCE = Pattern.compile("^Datasource .*, schema \"([^\"]{1,250})\"");

    LinesAround {
        said = List.copyOf(said);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** The error that these clues tell, completed by what its statement says; none if they tell none of this family. */
    Stream<Symptom> symptom(Clues clues) {
        return clues.told().stream().map(cause -> symptom(cause, clues));
    }

    private Symptom symptom(Cause told, Clues clues) {
        NamedObject named = told == Cause.SCHEMA_NOT_EMPTY && clues.named() == null ? schemaBefore() : clues.named();
        List<StatementTarget> targets = clues.tool() == null ? targets(told, named) : List.of();
        boolean anything = told == Cause.OBJECT_EXISTS && named == null && clues.cause() == null;
        if (anything && targets.isEmpty()) {
            targets = anyTarget();
        }
        Cause cause =
                anything && !targets.isEmpty() ? Cause.byTarget(targets.get(0).kind()) : told;
        return new Symptom(
                cause,
                clues.state(),
                clues.constraint(),
                targets.size() == 1 ? NamedObject.of(cause, named, targets.get(0)) : named,
                targets,
                clues.tool(),
                clues.lost(),
                named != null && new StatementSearch(cause, named.name()).twice(before));
    }

    /** Prisma tells before it looks which schema it will look at. */
    private @Nullable NamedObject schemaBefore() {
        return before.stream()
                .map(DATASOURCE::matcher)
                .filter(Matcher::find)
                .map(matcher -> NamedObject.bare(matcher.group(1)))
                .findFirst()
                .orElse(null);
    }

    private List<StatementTarget> targets(Cause cause, @Nullable NamedObject named) {
        return named == null && !WITHOUT_NAME.contains(cause)
                ? List.of()
                : new StatementSearch(cause, named == null ? null : named.name()).in(this);
    }

    /** Without a message it is of whatever the statement was to create, which then stands next to it. */
    private List<StatementTarget> anyTarget() {
        LinesAround near =
                new LinesAround(said, before.subList(Math.max(0, before.size() - 1), before.size()), own, after);
        return OF_ANY_STATEMENT.stream()
                .map(cause -> new StatementSearch(cause, null).in(near))
                .filter(targets -> !targets.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}

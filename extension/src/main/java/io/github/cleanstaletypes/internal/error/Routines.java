package io.github.cleanstaletypes.internal.error;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's functions that raise 42710 ({@code src/backend}); their names are the same in every language. Stateless. */
final class Routines {

    /** Those that say it of a type. */
    private static final Pattern TYPE = Pattern.compile(
            "\\b(?:heap_create_with_catalog|TypeCreate|TypeShellMake|DefineType"
                    + "|DefineDomain|DefineEnum|DefineRange|RenameTypeInternal|AlterTypeNamespaceInternal|moveArrayTypeName)\\b");

    /** Those that say it of something else that has a cause of its own. */
    private static final Map<String, Cause> OTHERS = Map.ofEntries(
            entry("AddEnumLabel", Cause.ENUM_LABEL_EXISTS),
            entry("RenameEnumLabel", Cause.ENUM_LABEL_EXISTS),
            entry("CreateExtension", Cause.EXTENSION_EXISTS),
            entry("CreateRole", Cause.ROLE_EXISTS),
            entry("RenameRole", Cause.ROLE_EXISTS),
            entry("CreatePolicy", Cause.POLICY_EXISTS),
            entry("rename_policy", Cause.POLICY_EXISTS),
            entry("CreatePublication", Cause.PUBLICATION_EXISTS),
            entry("CreateSubscription", Cause.SUBSCRIPTION_EXISTS),
            entry("CreateTriggerFiringOn", Cause.TRIGGER_EXISTS),
            entry("renametrig", Cause.TRIGGER_EXISTS),
            entry("ReplicationSlotCreate", Cause.SLOT_EXISTS),
            entry("MergeWithExistingConstraint", Cause.CONSTRAINT_EXISTS),
            entry("ATAddCheckConstraint", Cause.CONSTRAINT_EXISTS),
            entry("ATExecAddConstraint", Cause.CONSTRAINT_EXISTS));

    private static final Pattern OTHER = Pattern.compile("\\b(?:" + String.join("|", OTHERS.keySet()) + ")\\b");

    private Routines() {}

    /** What an error 42710 is about, by a function of this line. */
    static Optional<Clues> clues(String line) {
        Matcher other = OTHER.matcher(line);
        return other.find()
                ? Optional.ofNullable(OTHERS.get(other.group())).map(Clues::likely)
                : Optional.of(Clues.ABOUT_TYPE)
                        .filter(clues -> TYPE.matcher(line).find());
    }
}

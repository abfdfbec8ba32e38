package io.github.cleanstaletypes.internal.error;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message. Some messages are never translated ({@code elog} in the server's sources, and those of tools), the others are read in
 * English as a last resort; of a message in another language only what is in quotes is taken.
 */
final class MessageReader {

    private static final Pattern EXISTS =
            Pattern.compile("(?<!of )(?<!for )\\b(type|relation|schema|extension|role|database|function|enum label)"
                    + " \"(.{1,250}?)\" already exists(?! ?, ?skipping)");

    private static final Pattern FIXED = Pattern.compile("(tuple concurrently (?:updated|deleted))"
            + "|(cache lookup failed for type) (?:\\d+)|(cache lookup failed for relation) (?:\\d+)"
            + "|(could not open relation with OID) (?:\\d+)"
            + "|(deadlock detected)|(canceling statement due to lock timeout|could not obtain lock on )"
            + "|(canceling statement due to statement timeout)"
            + "|(Found non-empty schema\\(s\\) .{1,500}? but no schema history table)"
            + "|(Migration table is already locked)|(Could not acquire change log lock)");

    private static final Cause[] FIXED_CAUSES = {
        Cause.CONCURRENT_CATALOG_UPDATE,
        Cause.LOST_TYPE,
        Cause.LOST_RELATION,
        Cause.LOST_RELATION,
        Cause.DEADLOCK,
        Cause.LOCK_TIMEOUT,
        Cause.STATEMENT_TIMEOUT,
        Cause.SCHEMA_NOT_EMPTY,
        Cause.KNEX_LOCK,
        Cause.LIQUIBASE_LOCK
    };

    private static final Map<String, Cause> KINDS = Map.of(
            "type", Cause.TYPE_EXISTS,
            "relation", Cause.RELATION_EXISTS,
            "schema", Cause.SCHEMA_EXISTS,
            "function", Cause.FUNCTION_EXISTS,
            "database", Cause.DATABASE_EXISTS,
            "extension", Cause.EXTENSION_EXISTS,
            "role", Cause.ROLE_EXISTS,
            "enum label", Cause.ENUM_LABEL_EXISTS);

    private static final String QUOTES = "\"«»„“”「」『』";
    private static final Pattern QUOTED =
            Pattern.compile("[%1$s][\\s\\u00a0\\u202f]?([^%1$s]{1,250}?)[\\s\\u00a0\\u202f]?[%1$s]".formatted(QUOTES));

    /** The server's functions that say 42710 of a type ({@code src/backend}); those names are the same in every language. */
    private static final Pattern TYPE_ROUTINE = Pattern.compile(
            "\\b(?:heap_create_with_catalog|TypeCreate|TypeShellMake|DefineType"
                    + "|DefineDomain|DefineEnum|DefineRange|RenameTypeInternal|AlterTypeNamespaceInternal|moveArrayTypeName)\\b");

    /** Those that say it of something else that has a cause of its own. */
    private static final Map<String, Cause> ROUTINES = Map.of(
            "AddEnumLabel", Cause.ENUM_LABEL_EXISTS,
            "RenameEnumLabel", Cause.ENUM_LABEL_EXISTS,
            "CreateExtension", Cause.EXTENSION_EXISTS,
            "CreateRole", Cause.ROLE_EXISTS,
            "RenameRole", Cause.ROLE_EXISTS);

    private static final Pattern ROUTINE = Pattern.compile("\\b(?:" + String.join("|", ROUTINES.keySet()) + ")\\b");

    /** The word for a type in the languages that the server speaks, right before or after the quoted name. */
    private static final Pattern TYPE_WORD = Pattern.compile(
            "(?iu)(?:\\b(?:typ|typen|type|tipo|tip|τύπος|тип|ტიპი)|型|类型|型別|類型|자료형) ?[%1$s][^%1$s]+[%1$s]|[%1$s][^%1$s]+[%1$s] ?(?:tipi|자료형|类型|型)"
                    .formatted(QUOTES));

    private MessageReader() {}

    /** What the message says by words that are the same everywhere, or in English. */
    static Clues in(String line) {
        Matcher exists = EXISTS.matcher(line);
        if (exists.find()) {
            return new Clues(null, null, KINDS.get(exists.group(1)), NamedObject.bare(exists.group(2)), false);
        }
        Matcher fixed = FIXED.matcher(line);
        if (!fixed.find()) {
            return Clues.NONE;
        }
        for (int i = 0; i < FIXED_CAUSES.length; i++) {
            if (fixed.group(i + 1) != null) {
                Cause cause = FIXED_CAUSES[i];
                return new Clues(
                        null, null, cause, cause == Cause.SCHEMA_NOT_EMPTY ? quotedObject(fixed.group()) : null, false);
            }
        }
        return Clues.NONE;
    }

    /** What an error 42710 is about that the server's function of this line says, if it is no type. */
    static Optional<Cause> byRoutine(String line) {
        Matcher routine = ROUTINE.matcher(line);
        return routine.find() ? Optional.ofNullable(ROUTINES.get(routine.group())) : Optional.empty();
    }

    /** The first text in quotes, whatever the language's quotes are. */
    static Optional<String> quoted(String message) {
        Matcher quoted = QUOTED.matcher(message);
        return quoted.find() ? Optional.of(quoted.group(1)) : Optional.empty();
    }

    private static @Nullable NamedObject quotedObject(String text) {
        return quoted(text).map(NamedObject::bare).orElse(null);
    }

    /** Whether the line says, in whatever language, that it is about a type. */
    static boolean aboutAType(String line) {
        return TYPE_ROUTINE.matcher(line).find() || TYPE_WORD.matcher(line).find();
    }
}

package io.github.cleanstaletypes.proof.schema;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A way to use a type, or to look as if one did.
 *
 * <p>In a statement <code>{T}</code> is the type, <code>{1}</code> to <code>{3}</code> are new names with a schema, <code>{1u}</code> is the first of
 * them without it, <code>{C}</code> is a condition that needs the type, <code>{E}</code> one that reads the column x too, <code>{L}</code> a string
 * constant of the type's name as SQL writes it, and <code>{B:…}</code> a string constant of what follows.
 *
 * @param by its name
 * @param sorts the sorts of types that can be used in this way
 * @param effect what it makes of the type
 * @param since the first major version that has it
 * @param statements what makes the user
 */
record Way(String by, Set<TypeSort> sorts, Effect effect, int since, List<String> statements) {

    /** All sorts that are defined. */
    static final Set<TypeSort> ANY = EnumSet.complementOf(EnumSet.of(TypeSort.SHELL));

    /** What is then true of the type. */
    enum Effect {
        /** The server knows a user. */
        USED,
        /** A generated column, which servers before 15 drop without a word when the type is dropped. */
        GENERATES,
        /** Only what leaves no trace in the server's dependencies uses it. */
        HIDDEN,
        /** Only a text uses it. */
        MENTIONED,
        /** Nothing uses it in truth. */
        UNUSED,
        /** A domain uses it, named by the first name. */
        IN_DOMAIN,
        /** A composite does. */
        IN_COMPOSITE,
        /** A range does. */
        IN_RANGE
    }

    static Way used(String by, String... statements) {
        return new Way(by, ANY, Effect.USED, 0, List.of(statements));
    }

    static Way of(Effect effect, String by, String... statements) {
        return new Way(by, ANY, effect, 0, List.of(statements));
    }

    /** The same, for these sorts alone. */
    Way only(TypeSort first, TypeSort... others) {
        return new Way(by, EnumSet.of(first, others), effect, since, statements);
    }

    /** The same, but not for this sort. */
    Way but(TypeSort sort) {
        EnumSet<TypeSort> rest = EnumSet.copyOf(sorts);
        rest.remove(sort);
        return new Way(by, rest, effect, since, statements);
    }

    /** The same, on servers from this major version on. */
    Way since(int major) {
        return new Way(by, sorts, effect, major, statements);
    }
}

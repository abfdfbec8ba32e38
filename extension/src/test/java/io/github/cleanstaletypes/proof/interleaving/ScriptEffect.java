package io.github.cleanstaletypes.proof.interleaving;

/** What a script has done to the type, if it commits. */
enum ScriptEffect {
    /** It uses the type, which must stay. */
    USES,
    /** It mentions the type in a function's body, which the server does not know as a use. */
    MENTIONS,
    /** It has given the name to something else. */
    TAKES_THE_NAME,
    /** It has given the type another name or schema, where it must stay. */
    MOVES,
    /** It has dropped the type. */
    DROPS,
    /** It has changed what the type is, which must be in the undo if it is dropped. */
    ALTERS,
    /** It has done something, and taken it back. */
    NOTHING
}

package io.github.cleanstaletypes.internal.plan;

/** Says what is to be done about a finding. */
public enum Action {
    /** Drop the type or the index, or quarantine the type where a drop could harm a transaction in flight. */
    REMOVE,
    /** Drop a type that is quarantined already, if nobody can still hold its old name. */
    DISCARD,
    /** Give a quarantined type its name back. */
    RESTORE,
    /** Roll back a prepared transaction, which somebody asked for by its identifier. */
    ROLL_BACK,
    /** End a session that holds a creation open and has been idle for longer than somebody asked to bear. */
    END,
    /** Free a lock row of a migration tool, once it is proved that nobody holds it. */
    FREE,
    /** Leave it, although the user wants it gone. */
    REFUSE,
    /** Tell it: nothing here could be healed by a change of ours. */
    REPORT,
    /** Mention it: there is nothing to do. */
    NOTE
}

package io.github.cleanstaletypes.report;

/** Says why something is left that the user wants gone. */
public enum Refusal {
    /** Something uses it. */
    IN_USE(false),
    /** The catalog is damaged: first do no harm. */
    DAMAGE(false),
    /** A transaction is creating something here. */
    CREATOR(false),
    /** A prepared transaction has created something here; it is never over by itself. */
    PREPARED(false),
    /** Somebody held it, or changed it, each time. */
    BUSY(false),
    /** Other sessions are connected, and may be about to use it. */
    CONNECTED(false),
    /** A pooler is in between, behind which nobody can tell who is connected. */
    POOLER(false),
    /** A change of it would run somebody's code: a trigger's, a rule's, a check's. */
    OTHERS_CODE(false),
    /** The server said no for a reason of its own. */
    SERVER(false),
    /** Its original name is taken. */
    NAME_TAKEN(false),
    /** Its undo would not bring back all of it. */
    NOT_UNDOABLE(false),
    /** Its name or its definition holds bytes that are no text in the database's encoding. */
    ENCODING(false),
    /** This role may not. */
    PRIVILEGE(true);

    private final boolean couldNotFinish;

    Refusal(boolean couldNotFinish) {
        this.couldNotFinish = couldNotFinish;
    }

    /** Tells whether the run could not do what it was to do, and did not just judge that it must not be done. */
    public boolean couldNotFinish() {
        return couldNotFinish;
    }
}

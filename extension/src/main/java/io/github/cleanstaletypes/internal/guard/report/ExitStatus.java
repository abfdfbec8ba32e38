package io.github.cleanstaletypes.internal.guard.report;

/** What a guard exits with apart from its command's own status; as env, nohup and timeout do. */
public final class ExitStatus {

    /** The guard failed: bad settings, database unreachable, lock not had or lost. */
    public static final int OWN_FAILURE = 125;

    /** The command was found and cannot be run. */
    public static final int NOT_EXECUTABLE = 126;

    /** The command was not found. */
    public static final int NOT_FOUND = 127;

    /** Plus the signal's number: a signal ended the command. */
    public static final int SIGNAL = 128;

    private ExitStatus() {}
}

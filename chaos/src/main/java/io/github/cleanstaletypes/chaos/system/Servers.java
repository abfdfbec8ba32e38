package io.github.cleanstaletypes.chaos.system;

/** A run is played on servers of this kind. */
public enum Servers {
    /** One of its version, beside others' databases. */
    SHARED,
    /** One that nobody else uses. */
    OWN,
    /** A primary and its standby, which nobody else uses. */
    WITH_STANDBY
}

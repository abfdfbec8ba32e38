package io.github.cleanstaletypes.report;

import java.util.Locale;

/** Says who claims a name. */
public enum ClaimSource {
    /** A person: on the command line, in an annotation, or by asking for all unused types. */
    HAND,
    /** A migration that has not run and will create an object of that name. */
    MIGRATION,
    /** The error that a migration has just got. */
    ERROR;

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

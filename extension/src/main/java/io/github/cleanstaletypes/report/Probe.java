package io.github.cleanstaletypes.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a CREATE of a name would succeed, which was tried. Immutable.
 *
 * @param schema the schema in which it was tried, or null if there is none
 * @param name the name
 * @param display the name as SQL writes it, with the schema if there is one
 * @param outcome what came of it
 * @param detail a sentence that says more; empty for {@link Outcome#FREE}
 */
public record Probe(@Nullable String schema, String name, String display, Outcome outcome, String detail) {

    /** Says what can come of a probe. */
    public enum Outcome {
        /** A CREATE of that name succeeds. */
        FREE,
        /** A transaction that is not over holds the name. */
        HELD,
        /** Something that can be seen has the name. */
        TAKEN,
        /** Something has the name that cannot be seen. */
        INVISIBLE,
        /** It was not tried, or cannot be told. */
        NOT_PROBED;

        /** Tells whether a CREATE of that name would fail or wait. */
        public boolean obstructs() {
            return this == HELD || this == TAKEN || this == INVISIBLE;
        }

        /** The word for it in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}

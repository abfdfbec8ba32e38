package io.github.cleanstaletypes.internal.guard.report;

import io.github.cleanstaletypes.report.Explanation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One run of the command. Immutable.
 *
 * @param exitStatus its exit status; 128 and the signal's number if a signal ended it
 * @param took how long it ran
 * @param explanation why it failed; null if it did not, or if nothing could be read
 * @param next what followed
 */
public record Attempt(
        int exitStatus, Duration took, @Nullable Explanation explanation, Next next) {

    /** What follows an attempt. */
    public enum Next {
        /** Nothing: this was the last one. */
        END("end"),
        /** The same again: two sessions at one moment are all that it took to fail. */
        RETRY("retry"),
        /** The type that the error names was set aside, and the command run again. */
        HEAL("heal");

        private final String word;

        Next(String word) {
            this.word = word;
        }

        /** As reports write it. */
        public String word() {
            return word;
        }
    }
}

package io.github.cleanstaletypes.chaos.story;

import io.github.cleanstaletypes.chaos.system.Inconclusive;
import java.time.Duration;

/** What became of an act. */
public sealed interface ActResult {

    /** How long it took. */
    Duration took();

    /** Tells it in a few words. */
    String inWords();

    /** The fault came about, was healed, and nothing was lost. */
    record Passed(Duration took, Seen seen) implements ActResult {
        @Override
        public String inWords() {
            return "%d rows before, %d rows after, each the same (%d s)."
                    .formatted(seen.rowsBefore(), seen.rowsAfter(), took.toSeconds());
        }
    }

    /** The fault came about, and then something was not as it should be. */
    record Failed(Duration took, RuntimeException reason) implements ActResult {
        @Override
        public String inWords() {
            return "FAILED: " + reason.getMessage();
        }
    }

    /** The fault did not come about: the act shows nothing, which counts as a failure. */
    record NothingShown(Duration took, Inconclusive reason) implements ActResult {
        @Override
        public String inWords() {
            return "INCONCLUSIVE, which counts as a failure: " + reason.getMessage();
        }
    }

    /** Plays an act; what goes wrong in it is the result, not thrown. */
    static ActResult of(Act act, Stage stage) {
        long start = System.nanoTime();
        try {
            Seen seen = act.play(stage);
            return new Passed(since(start), seen);
        } catch (Inconclusive e) {
            return new NothingShown(since(start), e);
        } catch (RuntimeException e) {
            return new Failed(since(start), e);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

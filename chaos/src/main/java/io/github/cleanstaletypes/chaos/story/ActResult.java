package io.github.cleanstaletypes.chaos.story;

import io.github.cleanstaletypes.chaos.product.CommandLineJar;
import io.github.cleanstaletypes.chaos.run.Stage;
import io.github.cleanstaletypes.chaos.run.Verdict;
import io.github.cleanstaletypes.chaos.system.Servers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An act has come to this.
 *
 * @param seen what it showed, or null if it did not pass
 */
public record ActResult(Verdict verdict, @Nullable Observation seen, Duration took) {

    /** Plays an act on a server of this version. */
    public static ActResult of(Act act, String postgres, CommandLineJar commandLine, Narrator narrator) {
        Stage stage = new Stage(postgres, Servers.SHARED, commandLine, new Random(1));
        AtomicReference<Observation> seen = new AtomicReference<>();
        Verdict verdict = stage.play(scene -> {
            seen.set(act.play(scene, narrator));
            return List.of();
        });
        return new ActResult(verdict, seen.get(), stage.elapsed());
    }

    /** Tells it in a few words. */
    public String inWords() {
        return switch (verdict.outcome()) {
            case PASSED -> seen + ", each the same (" + took.toSeconds() + " s).";
            case FAILED -> "FAILED: " + verdict.reason();
            case INCONCLUSIVE -> "INCONCLUSIVE, which counts as a failure: " + verdict.reason();
        };
    }
}

package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.cli.CommandRun.Streams;
import io.github.cleanstaletypes.testing.Wait;
import java.util.concurrent.CompletableFuture;

/** A command line that runs while a test does something to its database. */
final class Background {

    private final Streams streams = new Streams();
    private final CompletableFuture<Outcome> outcome;

    Background(CommandRun commandLine, String... arguments) {
        outcome = CompletableFuture.supplyAsync(() -> commandLine.start(streams, arguments));
    }

    /** Until it has said this on stderr. */
    Background awaitSaying(String words) {
        Wait.until("it says: " + words, () -> streams.err().contains(words) || outcome.isDone());
        return this;
    }

    Outcome outcome() throws Exception {
        return Wait.forResult("the command line", outcome);
    }
}

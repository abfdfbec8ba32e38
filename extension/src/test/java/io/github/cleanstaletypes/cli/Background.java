package io.github.cleanstaletypes.cli;

import static org.awaitility.Awaitility.await;

import io.github.cleanstaletypes.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.cli.CommandRun.Streams;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command line that runs while a test does something to its database. */
final class Background {

    private final Streams streams = new Streams();
    private final CompletableFuture<Outcome> outcome;

    Background(CommandRun commandLine, String... arguments) {
        outcome = CompletableFuture.supplyAsync(() -> commandLine.start(streams, arguments));
    }

    /** Until it has said this on stderr. */
    Background awaitSaying(String words) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> streams.err().contains(words) || outcome.isDone());
        return this;
    }

    Outcome outcome() throws Exception {
        return outcome.get(60, TimeUnit.SECONDS);
    }
}

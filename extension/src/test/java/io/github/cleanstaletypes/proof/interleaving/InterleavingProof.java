package io.github.cleanstaletypes.proof.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.proof.Score;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Whatever the order of our steps and another session's, nothing is broken, nothing of the other's is lost, and what we tell is true. */
class InterleavingProof {

    private static final List<String> SERVERS = List.of("14.22", "18.6");

    @Test
    void in_each_order_of_our_steps_and_anothers_nothing_is_broken_or_lost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SERVERS.size());
        List<Future<PlayTally>> running = new ArrayList<>();
        for (String version : SERVERS) {
            running.add(threads.submit(() -> new ServerRound(PostgresServer.of(version)).play()));
        }
        threads.shutdown();
        Map<String, Map<String, Long>> parts = new LinkedHashMap<>();
        PlayTally sum = new PlayTally();
        for (Future<PlayTally> each : running) {
            PlayTally tally = each.get();
            sum.add(tally);
            parts.putAll(tally.parts());
        }
        new Score(
                        "interleavings",
                        "In each order of a removal's steps and another session's, nothing is broken and nothing of the other's is lost.",
                        sum.passed(),
                        sum.played(),
                        sum.all(),
                        parts)
                .tell();
        assertThat(sum.faults()).isEmpty();
    }
}

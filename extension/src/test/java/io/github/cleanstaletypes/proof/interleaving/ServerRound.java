package io.github.cleanstaletypes.proof.interleaving;

import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** All protocols against all scripts on one server: each interleaving, or in a sample some of each pair. */
final class ServerRound {

    /** So many of each pair of a protocol and a script are in a sample. */
    private static final int SAMPLE = Integer.getInteger("interleavings", 2);

    /** While one of them is worked at, it can be played alone. */
    private static final List<Protocol> PROTOCOLS = Stream.of(Protocol.values())
            .filter(each -> each.name().matches(System.getProperty("protocols", ".*")))
            .toList();

    private final PostgresServer server;
    private final PlayTally tally = new PlayTally();

    ServerRound(PostgresServer server) {
        this.server = server;
    }

    PlayTally play() throws Exception {
        try (Player player = new Player(server)) {
            for (Protocol protocol : PROTOCOLS) {
                long start = System.nanoTime();
                for (Script script : OtherScripts.all()) {
                    if (protocol.takes(script)) {
                        play(player, protocol, script);
                    }
                }
                System.out.printf(
                        "interleavings: %s in %d s: %s%n",
                        part(protocol),
                        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
                        tally.parts().get(part(protocol)));
            }
        }
        return tally;
    }

    private void play(Player player, Protocol protocol, Script script) throws Exception {
        if (LongForm.isOn()) {
            playAll(player, protocol, script);
        } else {
            playSome(player, protocol, script);
        }
    }

    private void playAll(Player player, Protocol protocol, Script script) throws Exception {
        Optional<Schedule> next = Optional.of(Schedule.first(script));
        while (next.isPresent()) {
            tally.there(part(protocol), 1);
            Gates gates = playOne(player, protocol, script, next.get());
            next = next.get().next(gates);
        }
    }

    private void playSome(Player player, Protocol protocol, Script script) throws Exception {
        // so many round trips are made by one whom nobody disturbs
        Gates gates = playOne(player, protocol, script, Schedule.last(script));
        List<Schedule> all = Schedule.all(script, gates);
        tally.there(part(protocol), all.size());
        Random random = LongForm.random(server + " " + protocol + " " + script);
        for (int i = 1; i < SAMPLE; i++) {
            playOne(player, protocol, script, all.get(random.nextInt(all.size())));
        }
    }

    private Gates playOne(Player player, Protocol protocol, Script script, Schedule schedule) throws Exception {
        PlayVerdict verdict = player.play(protocol, script, schedule);
        if (verdict.fault() == null) {
            tally.passed(part(protocol));
        } else {
            tally.failed(part(protocol), verdict.fault());
        }
        return new Gates(verdict.trips());
    }

    private String part(Protocol protocol) {
        return protocol.words(server) + ", " + server;
    }
}

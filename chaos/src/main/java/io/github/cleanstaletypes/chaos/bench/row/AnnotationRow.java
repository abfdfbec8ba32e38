package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.figure.Promise;
import io.github.cleanstaletypes.chaos.bench.figure.RowResult;
import io.github.cleanstaletypes.chaos.bench.figure.Target;
import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.Estimate;
import io.github.cleanstaletypes.chaos.bench.measure.InProcess;
import io.github.cleanstaletypes.chaos.bench.measure.Meter.Reading;
import io.github.cleanstaletypes.chaos.bench.measure.Replay;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.system.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The annotation on a class whose database is well: it should cost the server little more than the questions that it is about. */
final class AnnotationRow implements Row {

    private static final String LOOK = "its questions alone";
    private static final String CLASS = "@CleanStaleTypes";

    private final Promise server = Promise.of("server's time ÷ that of the questions alone", Target.times(2));
    private final Promise trips = Promise.of("round trips beyond connecting", Target.atMost(3));

    @Override
    public String name() {
        return "annotation";
    }

    @Override
    public String title() {
        return "@CleanStaleTypes on a healthy class, beside its questions to the catalogs sent again by themselves:"
                + " the server's CPU, connecting aside";
    }

    @Override
    public List<Promise> promises() {
        return List.of(server, trips);
    }

    @Override
    public RowResult measure(Ground ground) {
        Database database = ground.server().withTypes(0);
        HealthyClass healthy = new HealthyClass(ground);
        healthy.run(database);
        ground.meter().read();
        healthy.run(database);
        Reading reading = ground.meter().read();
        Replay questions = Replay.ofQuestions(reading, ground.metered(database));
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(CLASS, healthy.on(database));
        contenders.put(LOOK, () -> InProcess.cost(ground.meter(), questions::play));
        Rounds rounds = Rounds.play(ground.size().warmUps(), 3 * ground.size().rounds(), contenders);
        return RowResult.of(
                        List.of(
                                server.kept(
                                        rounds.estimate(round -> round.of(CLASS).serverCpu()
                                                / round.of(LOOK).serverCpu()),
                                        Told.cpu(rounds.estimate(CLASS, Cost::serverCpu)),
                                        Told.cpu(rounds.estimate(LOOK, Cost::serverCpu))),
                                trips.kept(
                                        Estimate.exactly(reading.roundTrips()),
                                        reading.statements() + " statements, " + questions.size()
                                                + " of them questions",
                                        "")),
                        rounds)
                .withTalks(reading.talk(CLASS));
    }
}

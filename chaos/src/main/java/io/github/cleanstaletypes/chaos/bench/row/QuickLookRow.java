package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.figure.Figure;
import io.github.cleanstaletypes.chaos.bench.figure.Promise;
import io.github.cleanstaletypes.chaos.bench.figure.RowResult;
import io.github.cleanstaletypes.chaos.bench.figure.Target;
import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.Estimate;
import io.github.cleanstaletypes.chaos.bench.measure.Meter.Reading;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.system.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A quick look finds nothing to do, in a large catalog and in an empty one. */
final class QuickLookRow implements Row {

    private static final String NAME = "accounts_user";
    private static final Target GROWTH = Target.times(1.2);

    private final Promise clean = Promise.of("clean --type, large ÷ empty", GROWTH);
    private final Promise guard = Promise.of("guard --type -- true, large ÷ empty", GROWTH);
    private final Promise annotation = Promise.of("@CleanStaleTypes on the server, large ÷ empty", GROWTH);
    private final Promise callback = Promise.of("Flyway's callback on the server, large ÷ empty", GROWTH);
    private final Promise trips = Promise.of("clean --type, round trips beyond connecting", Target.atMost(3));
    private final Promise scans = Promise.of("clean --type, sequential scans of catalogs", Target.atMost(0));

    @Override
    public String name() {
        return "quick";
    }

    @Override
    public String title() {
        return "a quick look in a large catalog, beside the same in an empty one: CPU of processes and server, start and all";
    }

    @Override
    public List<Promise> promises() {
        return List.of(clean, guard, annotation, callback, trips, scans);
    }

    @Override
    public RowResult measure(Ground ground) {
        Database empty = ground.server().withTypes(0);
        Database large = ground.server().withTypes(ground.size().types());
        Rounds cleans = play(
                ground,
                ground.commandLine(large, "clean", "--type", NAME),
                ground.commandLine(empty, "clean", "--type", NAME));
        Rounds guards = play(
                ground,
                ground.commandLine(large, "guard", "--type", NAME, "--", "true"),
                ground.commandLine(empty, "guard", "--type", NAME, "--", "true"));
        HealthyClass healthy = new HealthyClass(ground);
        Rounds annotations = play(ground, healthy.on(large), healthy.on(empty));
        MigratedDatabase migrated = new MigratedDatabase(ground);
        Rounds callbacks = play(ground, migrated.on(large), migrated.on(empty));
        List<Figure> figures = new ArrayList<>(List.of(
                ratio(clean, cleans, Cost::cpu),
                ratio(guard, guards, Cost::cpu),
                ratio(annotation, annotations, Cost::serverCpu),
                ratio(callback, callbacks, Cost::serverCpu)));
        ScanCounts before = ScanCounts.of(large);
        Reading reading = ground.listen(large, "clean", "--type", NAME);
        figures.add(trips.kept(Estimate.exactly(reading.roundTrips()), reading.statements() + " statements", ""));
        List<String> scanned = ScanCounts.of(large).since(before);
        figures.add(scans.kept(Estimate.exactly(scanned.size()), String.join(", ", scanned), ""));
        return RowResult.of(figures, cleans, guards, annotations, callbacks)
                .withTalks(
                        reading.talk("clean --type"),
                        ground.listen(large, "guard", "--type", NAME, "--", "true")
                                .talk("guard --type -- true"));
    }

    private static Rounds play(Ground ground, Contender large, Contender empty) {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put("large", large);
        contenders.put("empty", empty);
        return Rounds.play(ground.size().warmUps(), ground.size().rounds(), contenders);
    }

    private static Figure ratio(Promise promise, Rounds rounds, ToDoubleFunction<Cost> number) {
        return promise.kept(
                rounds.estimate(
                        round -> number.applyAsDouble(round.of("large")) / number.applyAsDouble(round.of("empty"))),
                Told.cpu(rounds.estimate("large", number)),
                Told.cpu(rounds.estimate("empty", number)));
    }
}

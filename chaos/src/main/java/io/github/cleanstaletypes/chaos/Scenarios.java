package io.github.cleanstaletypes.chaos;

import io.github.cleanstaletypes.chaos.damage.LostClassRow;
import io.github.cleanstaletypes.chaos.killed.KilledBetweenStatements;
import io.github.cleanstaletypes.chaos.killed.KilledBetweenStatements.Made;
import io.github.cleanstaletypes.chaos.killed.KilledInStatement;
import io.github.cleanstaletypes.chaos.killed.KilledInString;
import io.github.cleanstaletypes.chaos.killed.KilledInTransaction;
import io.github.cleanstaletypes.chaos.prepared.LeftPrepared;
import io.github.cleanstaletypes.chaos.race.Race;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.stale.HalfReverted;
import io.github.cleanstaletypes.chaos.stale.InUse;
import java.util.ArrayList;
import java.util.List;

/** All scenarios, in the order in which the report shows them. */
final class Scenarios {

    private Scenarios() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>(List.of(new Race(2), new Race(8), new Race(32)));
        all.addAll(List.of(
                new KilledInStatement(),
                new KilledInString(),
                new KilledInTransaction(),
                new KilledBetweenStatements(Made.TYPE),
                new KilledBetweenStatements(Made.TABLE),
                new LeftPrepared(false),
                new LeftPrepared(true)));
        all.addAll(HalfReverted.all());
        all.addAll(InUse.all());
        all.add(new LostClassRow());
        return all;
    }
}

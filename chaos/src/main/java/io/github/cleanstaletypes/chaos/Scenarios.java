package io.github.cleanstaletypes.chaos;

import io.github.cleanstaletypes.chaos.cleaner.BusyApplication;
import io.github.cleanstaletypes.chaos.cleaner.CleanerKilled;
import io.github.cleanstaletypes.chaos.cleaner.GuardedMigration;
import io.github.cleanstaletypes.chaos.cleaner.Newcomer;
import io.github.cleanstaletypes.chaos.cleaner.ServerKilled;
import io.github.cleanstaletypes.chaos.cleaner.TwoCleaners;
import io.github.cleanstaletypes.chaos.crash.CrashedServer;
import io.github.cleanstaletypes.chaos.crash.DiskFull;
import io.github.cleanstaletypes.chaos.damage.CopiedDamage;
import io.github.cleanstaletypes.chaos.damage.Damaged;
import io.github.cleanstaletypes.chaos.damage.TornRestore;
import io.github.cleanstaletypes.chaos.guarded.GuardInterrupted;
import io.github.cleanstaletypes.chaos.killed.IdleInTransaction;
import io.github.cleanstaletypes.chaos.killed.KilledBetweenStatements;
import io.github.cleanstaletypes.chaos.killed.KilledBetweenStatements.Made;
import io.github.cleanstaletypes.chaos.killed.KilledInIndex;
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
import java.util.stream.Stream;

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
                new KilledInIndex(false),
                new KilledInIndex(true),
                new IdleInTransaction(IdleInTransaction.Way.FROZEN),
                new IdleInTransaction(IdleInTransaction.Way.FROZEN_ENDED),
                new IdleInTransaction(IdleInTransaction.Way.CUT_OFF),
                new LeftPrepared(false),
                new LeftPrepared(true)));
        all.addAll(HalfReverted.all());
        all.addAll(InUse.all());
        all.addAll(Damaged.all());
        CopiedDamage.all().forEach(all::add);
        Stream.of(TornRestore.Look.values()).map(TornRestore::new).forEach(all::add);
        Stream.of(CrashedServer.Way.values()).map(CrashedServer::new).forEach(all::add);
        all.add(new DiskFull());
        all.addAll(List.of(
                new CleanerKilled(),
                new ServerKilled(),
                new TwoCleaners(),
                new BusyApplication(),
                new Newcomer(),
                new GuardedMigration()));
        Stream.of(GuardInterrupted.Way.values()).map(GuardInterrupted::new).forEach(all::add);
        return all;
    }
}

package io.github.cleanstaletypes.chaos;

import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.catalog.CopiedDamage;
import io.github.cleanstaletypes.chaos.scenario.catalog.Damaged;
import io.github.cleanstaletypes.chaos.scenario.catalog.HalfReverted;
import io.github.cleanstaletypes.chaos.scenario.catalog.InUse;
import io.github.cleanstaletypes.chaos.scenario.catalog.TornRestore;
import io.github.cleanstaletypes.chaos.scenario.cleaner.BusyApplication;
import io.github.cleanstaletypes.chaos.scenario.cleaner.CleanerKilled;
import io.github.cleanstaletypes.chaos.scenario.cleaner.GuardInterrupted;
import io.github.cleanstaletypes.chaos.scenario.cleaner.GuardedMigration;
import io.github.cleanstaletypes.chaos.scenario.cleaner.Newcomer;
import io.github.cleanstaletypes.chaos.scenario.cleaner.ServerKilled;
import io.github.cleanstaletypes.chaos.scenario.cleaner.TwoCleaners;
import io.github.cleanstaletypes.chaos.scenario.interrupted.CrashedServer;
import io.github.cleanstaletypes.chaos.scenario.interrupted.DiskFull;
import io.github.cleanstaletypes.chaos.scenario.interrupted.IdleInTransaction;
import io.github.cleanstaletypes.chaos.scenario.interrupted.KilledBetweenStatements;
import io.github.cleanstaletypes.chaos.scenario.interrupted.KilledBetweenStatements.Made;
import io.github.cleanstaletypes.chaos.scenario.interrupted.KilledInIndex;
import io.github.cleanstaletypes.chaos.scenario.interrupted.KilledInStatement;
import io.github.cleanstaletypes.chaos.scenario.interrupted.KilledInStatement.Sent;
import io.github.cleanstaletypes.chaos.scenario.interrupted.KilledInTransaction;
import io.github.cleanstaletypes.chaos.scenario.interrupted.LeftPrepared;
import io.github.cleanstaletypes.chaos.scenario.interrupted.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All scenarios, in the order in which the report shows them. */
final class Scenarios {

    private Scenarios() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>(List.of(new Race(2), new Race(8), new Race(32)));
        all.addAll(List.of(
                new KilledInStatement(Sent.STATEMENT),
                new KilledInStatement(Sent.STRING),
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

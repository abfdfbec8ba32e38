package io.github.cleanstaletypes.chaos;

import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.catalog.CopiedDamage;
import io.github.cleanstaletypes.chaos.scenario.catalog.Damaged;
import io.github.cleanstaletypes.chaos.scenario.catalog.HalfReverted;
import io.github.cleanstaletypes.chaos.scenario.catalog.InUse;
import io.github.cleanstaletypes.chaos.scenario.catalog.KeptIndex;
import io.github.cleanstaletypes.chaos.scenario.catalog.TornRestore;
import io.github.cleanstaletypes.chaos.scenario.catalog.UnfinishedRow;
import io.github.cleanstaletypes.chaos.scenario.cleaner.BuildInProgress;
import io.github.cleanstaletypes.chaos.scenario.cleaner.BusyApplication;
import io.github.cleanstaletypes.chaos.scenario.cleaner.CleanerKilled;
import io.github.cleanstaletypes.chaos.scenario.cleaner.Failover;
import io.github.cleanstaletypes.chaos.scenario.cleaner.GuardInterrupted;
import io.github.cleanstaletypes.chaos.scenario.cleaner.GuardStopped;
import io.github.cleanstaletypes.chaos.scenario.cleaner.GuardedMigration;
import io.github.cleanstaletypes.chaos.scenario.cleaner.HeldLockRow;
import io.github.cleanstaletypes.chaos.scenario.cleaner.Newcomer;
import io.github.cleanstaletypes.chaos.scenario.cleaner.ResetKilled;
import io.github.cleanstaletypes.chaos.scenario.cleaner.ServerKilled;
import io.github.cleanstaletypes.chaos.scenario.cleaner.TwoCleaners;
import io.github.cleanstaletypes.chaos.scenario.interrupted.BrokenReindex;
import io.github.cleanstaletypes.chaos.scenario.interrupted.CrashedServer;
import io.github.cleanstaletypes.chaos.scenario.interrupted.DetachCancelled;
import io.github.cleanstaletypes.chaos.scenario.interrupted.DiskFull;
import io.github.cleanstaletypes.chaos.scenario.interrupted.DuplicatesInIndex;
import io.github.cleanstaletypes.chaos.scenario.interrupted.GuardKilledInIndex;
import io.github.cleanstaletypes.chaos.scenario.interrupted.IdleInTransaction;
import io.github.cleanstaletypes.chaos.scenario.interrupted.KilledBetweenStatements;
import io.github.cleanstaletypes.chaos.scenario.interrupted.KilledHoldingLockRow;
import io.github.cleanstaletypes.chaos.scenario.interrupted.KilledInIndex;
import io.github.cleanstaletypes.chaos.scenario.interrupted.KilledInStatement;
import io.github.cleanstaletypes.chaos.scenario.interrupted.KilledInTransaction;
import io.github.cleanstaletypes.chaos.scenario.interrupted.LeftPrepared;
import io.github.cleanstaletypes.chaos.scenario.interrupted.Race;
import io.github.cleanstaletypes.chaos.scenario.interrupted.ToleratedIndex;
import java.util.List;
import java.util.stream.Stream;

/** Names all scenarios, in the order in which the report shows them. */
final class Scenarios {

    private Scenarios() {}

    static List<Scenario> all() {
        return Stream.<List<? extends Scenario>>of(
                        Race.all(),
                        KilledInStatement.all(),
                        List.of(new KilledInTransaction()),
                        KilledBetweenStatements.all(),
                        KilledInIndex.all(),
                        List.of(new GuardKilledInIndex()),
                        KilledHoldingLockRow.all(),
                        HeldLockRow.all(),
                        UnfinishedRow.all(),
                        List.of(
                                new DuplicatesInIndex(),
                                new ToleratedIndex(),
                                new BuildInProgress(),
                                new DetachCancelled()),
                        BrokenReindex.all(),
                        KeptIndex.all(),
                        IdleInTransaction.all(),
                        LeftPrepared.all(),
                        HalfReverted.all(),
                        InUse.all(),
                        Damaged.all(),
                        CopiedDamage.all(),
                        TornRestore.all(),
                        CrashedServer.all(),
                        List.of(new DiskFull()),
                        List.of(new CleanerKilled(), new ServerKilled(), new TwoCleaners(), new BusyApplication()),
                        List.of(new Newcomer(), new GuardedMigration()),
                        GuardInterrupted.all(),
                        GuardStopped.all(),
                        Failover.all(),
                        ResetKilled.all())
                .<Scenario>flatMap(List::stream)
                .toList();
    }
}

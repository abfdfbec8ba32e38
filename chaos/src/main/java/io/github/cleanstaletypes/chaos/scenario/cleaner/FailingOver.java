package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.migrator.MigratorOutput;
import io.github.cleanstaletypes.chaos.product.CommandLineResult;
import io.github.cleanstaletypes.chaos.scenario.InFlight;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.FailoverPair;
import io.github.cleanstaletypes.chaos.system.Proxy;

/**
 * A guard is in the midst of its migration on a primary, until that is let go: then the standby takes over, and the guard must end with
 * 125, whatever it still reaches.
 *
 * @param pid its session for the lock, which a second guard names
 */
record FailingOver(Failover.Way way, FailoverPair pair, BrakedGuard first, int pid, Proxy lockWay, Proxy commandWay)
        implements InFlight {

    @Override
    public void letGo() {
        if (!first.guard().isRunning()) {
            return;
        }
        switch (way) {
            case LOST -> {
                pair.lose();
                strike("SIGKILL of the primary");
                end();
                promote();
            }
            case LOCK_CUT_OFF -> {
                lockWay.cut();
                pair.cutOff();
                strike("the primary is cut off from all but the guard's command");
                promote();
                // what the command asks of the old primary now is done there, and never acknowledged: no standby has it
                first.brake().close();
                Await.until(
                        "the command waits for the old primary to commit, or is gone",
                        () -> old().holds(
                                                "EXISTS (SELECT FROM pg_catalog.pg_stat_activity WHERE wait_event = 'SyncRep')")
                                || !first.guard().isRunning());
                end();
                Deviation.unless(
                        old().holds("pg_catalog.to_regclass('release2') IS NULL"),
                        "nobody to see on the old primary what no standby has",
                        "a table");
                fence();
            }
            case COMMAND_CUT_OFF -> {
                commandWay.cut();
                pair.cutOff();
                strike("the primary is cut off from all but the guard's lock");
                promote();
                String now = old().queryText("SELECT pg_catalog.clock_timestamp()");
                Await.until(
                        "the guard still looks after its lock",
                        () -> old().holds("EXISTS (SELECT FROM pg_catalog.pg_stat_activity WHERE pid = " + pid
                                + " AND state_change > '" + now + "')"));
                Deviation.unless(
                        first.guard().isRunning(),
                        "the guard to wait for its command",
                        first.guard().printed());
                fence();
                end();
            }
        }
    }

    private Database old() {
        return first.scene().database().through(pair.primary().port());
    }

    private Timeline timeline() {
        return first.scene().timeline();
    }

    private void strike(String what) {
        timeline().strike(Lane.SERVER, what);
    }

    private void promote() {
        pair.promote();
        timeline().mark(Lane.SERVER, "the standby is promoted");
    }

    /** An operator makes sure that nobody takes it for the database any more. */
    private void fence() {
        pair.primary().killHard();
        strike("SIGKILL of the old primary");
    }

    private void end() {
        CommandLineResult result = first.guard().result();
        timeline().mark(Lane.MIGRATOR, "exit " + result.exit() + " of the guard");
        StoppedGuard.expect(125, result);
        Deviation.unless(!MigratorOutput.succeeded(result.out()), "no word of a success", result.out());
        Deviation.unless(result.err().contains("stopping the command"), "the guard to stop its command", result.err());
        first.awaitProcesses();
    }

    @Override
    public void close() {
        try (lockWay;
                commandWay) {
            first.close();
        }
    }
}

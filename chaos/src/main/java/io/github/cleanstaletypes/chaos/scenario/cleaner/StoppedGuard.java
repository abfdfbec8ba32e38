package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.product.CommandLineResult;
import io.github.cleanstaletypes.chaos.scenario.InFlight;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.SessionView;
import java.util.List;

/** A guard that is stopped goes on when it is let go, and must end as the server has decided meanwhile. */
sealed interface StoppedGuard extends InFlight {

    /** Returns the guard. */
    BrakedGuard first();

    /** Lets it go on, and waits for its end. */
    default CommandLineResult goOn() {
        Timeline timeline = first().scene().timeline();
        first().guard().goOn();
        timeline.mark(Lane.MIGRATOR, "SIGCONT");
        CommandLineResult result = first().guard().result();
        timeline.mark(Lane.MIGRATOR, "exit " + result.exit() + " of the guard");
        first().awaitProcesses();
        return result;
    }

    /** Expects this exit status of the guard. */
    static void expect(int exit, CommandLineResult result) {
        Deviation.unless(result.exit() == exit, "exit status " + exit + " of the guard that goes on", result);
    }

    @Override
    default void close() {
        if (first().guard().isRunning()) {
            first().guard().goOn();
        }
        first().close();
    }

    /**
     * It still holds the lock: nobody may migrate beside it, and it comes to its end as if nothing had been.
     *
     * @param pid its session for the lock, or that of its command
     */
    record Locked(BrakedGuard first, int pid) implements StoppedGuard {
        @Override
        public void letGo() {
            if (!first.guard().isRunning()) {
                return;
            }
            List<Integer> migrating = new SessionView(first.scene().database()).guarded();
            Deviation.unless(
                    migrating.equals(List.of(first.pid())), "no other migration beside the stopped guard's", migrating);
            first.brake().close();
            expect(0, goOn());
        }
    }

    /** It has lost the lock, its session is ended by the next guard, and it must end with 125 and disturb nobody. */
    record Dropped(BrakedGuard first) implements StoppedGuard {
        @Override
        public int pid() {
            return first.pid();
        }

        @Override
        public void letGo() {
            if (!first.guard().isRunning()) {
                return;
            }
            SessionView look = new SessionView(first.scene().database());
            if (look.guard().isEmpty()) {
                first.brake().close();
                goOn();
                Await.until("session " + pid() + " has ended", () -> !look.isThere(pid()));
                return;
            }
            Await.until(
                    "the next guard's migration is at the brake, alone",
                    () -> !look.isThere(pid())
                            && look.guardedAtBrakeWithCreation().isPresent());
            int next = look.guardedAtBrakeWithCreation().orElseThrow();
            // its heartbeat notices, or the look at what its command has left: in words of their own
            expect(125, goOn());
            Deviation.unless(
                    look.guarded().equals(List.of(next)), "the next guard's migration undisturbed", look.guarded());
            first.brake().close();
        }
    }
}

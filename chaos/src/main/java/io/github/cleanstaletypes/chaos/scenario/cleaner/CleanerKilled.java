package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.product.CommandLineRun;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.Proxy;
import io.github.cleanstaletypes.chaos.system.SessionView;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.concurrent.CountDownLatch;

/**
 * The cleaner is killed after one of its statements, a new one after a later statement, and so on, until one gets to its
 * end. Each start of a Java takes time: so it is every {@value #STRIDE}th statement, from one that the seed chooses.
 */
public final class CleanerKilled implements Scenario {

    private static final int STRIDE = 6;

    /** It never sends so many: a kill with this number means that it does not come to an end. */
    private static final int LIMIT = 200;

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "cleaner-killed",
                        FindingCode.UNUSED_TYPE,
                        "SIGKILL of the cleaner in the middle of its work, at one statement after the other")
                .healedBy("cli");
    }

    @Override
    public Incident begin(Scene scene) {
        StaleType stale = StaleType.leaveIn(scene);
        SessionView look = new SessionView(scene.database());
        int killed = 0;
        for (int statement = 1 + scene.random().nextInt(STRIDE); killAfter(statement, scene); statement += STRIDE) {
            killed++;
            Await.until(
                    "the dead cleaner's session is gone",
                    () -> look.of("healer").isEmpty());
            stale.expectNothingElseLost();
            stale.again();
            if (statement > LIMIT) {
                throw new Inconclusive("The cleaner never came to its end");
            }
        }
        if (killed < 2) {
            throw new Inconclusive("The cleaner came to its end after " + killed + " kills");
        }
        return stale.incident();
    }

    /** Kills the cleaner after its statement of this number, and tells whether there was one. */
    private static boolean killAfter(int statement, Scene scene) {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch dead = new CountDownLatch(1);
        try (Proxy proxy = Proxy.before(scene.database().port(), number -> {
                    // the one before has been answered: a client sends the next only then
                    if (number == statement + 1) {
                        reached.countDown();
                        await(dead);
                    }
                });
                CommandLineRun run =
                        scene.commandLine().startForJson(scene.database().through(proxy.port()), StaleType.CLEAN)) {
            Await.until("the cleaner's statement, or its end", () -> reached.getCount() == 0 || !run.isRunning());
            boolean there = reached.getCount() == 0;
            if (there) {
                run.kill();
                scene.timeline().strike(Lane.HEALER, "SIGKILL after statement " + statement);
            }
            proxy.cut();
            dead.countDown();
            return there;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

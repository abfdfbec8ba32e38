package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.product.CommandLineRun;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * A command line is killed after one of its statements, the next one after a later statement, and so on, until one gets to its end. Each
 * start of a Java takes time: so it is not each statement, but one in so many, from one that the seed chooses.
 *
 * @param what who is killed, in words
 * @param stride how far the statements lie apart
 * @param limit it never sends so many statements: a kill after this one means that it does not come to an end
 * @param start starts it on this database
 */
record KilledAtStatements(String what, int stride, int limit, Function<Database, CommandLineRun> start) {

    /** Plays it. After each kill this is run, which looks what has become of the database, and puts it in order. */
    void play(Scene scene, Runnable afterKill) {
        int killed = 0;
        for (int statement = 1 + scene.random().nextInt(stride); killAfter(statement, scene); statement += stride) {
            killed++;
            afterKill.run();
            if (statement > limit) {
                throw new Inconclusive(what + " never came to its end");
            }
        }
        if (killed < 2) {
            throw new Inconclusive(what + " came to its end after " + killed + " kills");
        }
    }

    /** Kills it after its statement of this number, and tells whether there was one. */
    private boolean killAfter(int statement, Scene scene) {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch dead = new CountDownLatch(1);
        try (Proxy proxy = Proxy.before(scene.database().port(), number -> {
                    // the one before has been answered: a client sends the next only then
                    if (number == statement + 1) {
                        reached.countDown();
                        await(dead);
                    }
                });
                CommandLineRun run = start.apply(scene.database().through(proxy.port()))) {
            Await.until(what + ": a statement, or its end", () -> reached.getCount() == 0 || !run.isRunning());
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

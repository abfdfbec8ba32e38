package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.product.CommandLineResult;
import io.github.cleanstaletypes.chaos.product.CommandLineRun;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.Proxy;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** The server is killed before one of the cleaner's statements, which the seed chooses. */
public final class ServerKilled implements Scenario {

    /** The cleaner sends more than these in any case. */
    private static final int STATEMENTS = 12;

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "cleaner-server-killed",
                        FindingCode.UNUSED_TYPE,
                        "SIGKILL of the server while the cleaner works")
                .healedBy("cli")
                .onOwnServer();
    }

    @Override
    public Incident begin(Scene scene) {
        StaleType stale = StaleType.leaveIn(scene);
        int statement = 2 + scene.random().nextInt(STATEMENTS - 1);
        AtomicBoolean struck = new AtomicBoolean();
        CountDownLatch dead = new CountDownLatch(1);
        try (Proxy proxy = Proxy.before(scene.database().port(), number -> {
                    if (number == statement) {
                        struck.set(true);
                        scene.timeline()
                                .strike(Lane.SERVER, "SIGKILL before statement " + statement + " of the cleaner");
                        scene.ownServer().killHard();
                        dead.countDown();
                    }
                });
                CommandLineRun run =
                        scene.commandLine().startForJson(scene.database().through(proxy.port()), StaleType.CLEAN)) {
            CommandLineResult result = run.result();
            if (!struck.get()) {
                throw new Inconclusive("The cleaner was done before statement " + statement);
            }
            Await.until("the server is dead", () -> dead.getCount() == 0);
            Deviation.unless(result.exit() == 3, "exit status 3 of the cleaner", result);
        }
        scene.ownServer().start();
        scene.timeline().mark(Lane.SERVER, "has recovered");
        return stale.incident();
    }
}

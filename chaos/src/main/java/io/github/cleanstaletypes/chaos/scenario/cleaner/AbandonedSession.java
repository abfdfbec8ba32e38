package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.scenario.InFlight;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.SessionView;

/** The session of a command whose guard is gone goes on: the next guard must end it, and without a guard it comes to its end. */
record AbandonedSession(Scene scene, Brake brake, int pid, Timeline.Span session) implements InFlight {

    /** While a guard is there, this waits for it to end the session, and the brake stays on until then. */
    @Override
    public void letGo() {
        SessionView look = new SessionView(scene.database());
        if (look.guard().isEmpty()) {
            brake.close();
        }
        Await.until("session " + pid + " has ended", () -> !look.isThere(pid));
        session.end();
        brake.close();
    }

    @Override
    public void close() {
        brake.close();
    }
}

package io.github.cleanstaletypes.chaos.guarded;

import io.github.cleanstaletypes.chaos.fault.Brake;
import io.github.cleanstaletypes.chaos.fault.Look;
import io.github.cleanstaletypes.chaos.observe.Await;
import io.github.cleanstaletypes.chaos.scenario.InFlight;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.timeline.Timeline;

/** The session of a guard's command that is no more, which the next guard must end. */
record AbandonedSession(Scene scene, Brake brake, int pid, Timeline.Span session) implements InFlight {

    /** It does not come to its end by itself: the brake is for whoever comes next. */
    @Override
    public void letGo() {
        Look look = new Look(scene.database());
        Await.until("the next guard has ended session " + pid, () -> !look.isThere(pid));
        session.end();
        brake.close();
    }
}

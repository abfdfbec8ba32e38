package io.github.cleanstaletypes.chaos.healer;

import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import java.util.List;

/** Nobody heals: the next migration shows the failure. */
public final class NoHealer implements Healer {

    @Override
    public String name() {
        return "nothing";
    }

    @Override
    public boolean isProduct() {
        return false;
    }

    @Override
    public Healing heal(Scene scene, Incident incident) {
        return new Healing(0, List.of(), "nothing done");
    }
}

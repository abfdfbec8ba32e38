package io.github.cleanstaletypes.chaos.run;

import io.github.cleanstaletypes.chaos.healer.Healer;
import io.github.cleanstaletypes.chaos.healer.Healing;
import io.github.cleanstaletypes.chaos.healer.Healing.OwnMigration;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says why a run did not pass. */
final class Judge {

    private final List<String> reasons = new ArrayList<>();

    private Judge() {}

    /** Lists the reasons, none if it passed; that the fault came about is known already. */
    static List<String> of(
            Healer healer,
            Incident incident,
            Scenario scenario,
            Healing healing,
            Optional<ServerError> next,
            List<String> lost) {
        Judge judge = new Judge();
        if (healer.isProduct()) {
            judge.product(incident, scenario.header().finding(), healing, next);
        } else if (healer.name().equals("nothing")) {
            judge.unless(next.equals(incident.expectation().error()), "the failure did not last: " + next);
        }
        // what folklore loses is the point of letting it try
        if (!healer.name().equals("folk")) {
            lost.forEach(judge.reasons::add);
        }
        return judge.reasons;
    }

    private void product(Incident incident, String code, Healing healing, Optional<ServerError> next) {
        Ending ending = incident.expectation().ending();
        switch (ending.kind()) {
            case HEALED -> {
                found(code, ending.outcomes(), healing);
                ended(0, healing);
                unless(
                        next.isEmpty(),
                        "the next migration failed after healing: %s; %s"
                                .formatted(next.orElse(null), healing.words()));
            }
            case REFUSED -> {
                found(code, ending.outcomes(), healing);
                ended(1, healing);
                unless(next.equals(incident.expectation().error()), "what was refused has changed: " + next);
            }
            case NOTED -> {
                found(code, ending.outcomes(), healing);
                ended(0, healing);
                unless(next.equals(incident.expectation().error()), "what was only noted has changed: " + next);
            }
            case ANYHOW -> {
                unless(
                        healing.exit() == 0 || healing.exit() == 1,
                        "exit status " + healing.exit() + ": " + healing.words());
                unless(next.isEmpty() || next.equals(incident.expectation().error()), "the next migration got " + next);
            }
            case HELD_OFF -> {
                ended(3, healing);
                unless(next.isEmpty(), "the migration was disturbed: " + next.orElse(null));
            }
            case NOTHING -> {
                unless(healing.found().isEmpty(), "found something where nothing is: " + healing.found());
                ended(0, healing);
                unless(next.isEmpty(), "the next migration failed: " + next.orElse(null));
            }
        }
    }

    private void found(String code, Set<String> outcomes, Healing healing) {
        if (healing.migrated() != null) {
            // what it found is in its log only: it is judged by what became of the migration
            return;
        }
        boolean there = healing.found().stream()
                .anyMatch(found -> found.code().equals(code) && outcomes.contains(found.outcome()));
        unless(there, "no finding %s with outcome %s in: %s".formatted(code, outcomes, healing.words()));
    }

    /** Judges the exit status, which is that of the migration if the healer has run that itself. */
    private void ended(int exit, Healing healing) {
        OwnMigration own = healing.migrated();
        int expected = own == null ? exit : own.error().isPresent() ? 1 : 0;
        unless(
                healing.exit() == Healing.NO_STATUS || healing.exit() == expected,
                "exit status %d, not %d: %s".formatted(healing.exit(), expected, healing.words()));
    }

    private void unless(boolean holds, String reason) {
        if (!holds) {
            reasons.add(reason);
        }
    }
}

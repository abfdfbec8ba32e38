package io.github.cleanstaletypes.chaos.scenario.catalog;

import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;

/**
 * The catalog is damaged, and the database is not the one that it was damaged in, but a copy of that by {@code CREATE
 * DATABASE … TEMPLATE}.
 *
 * @param original what was damaged
 */
public record CopiedDamage(Damaged original) implements Scenario {

    /** Lists one of a table, and one of an index. */
    public static List<CopiedDamage> all() {
        return Damaged.all().stream()
                .filter(damaged -> List.of("lost-class-row", "index-lacks-name")
                        .contains(damaged.header().name()))
                .map(CopiedDamage::new)
                .toList();
    }

    @Override
    public ScenarioHeader header() {
        ScenarioHeader header = original.header();
        return ScenarioHeader.of(
                "copied-" + header.name(),
                FindingCode.valueOf(header.finding()),
                "CREATE DATABASE … TEMPLATE where " + header.fault());
    }

    @Override
    public Incident begin(Scene scene) {
        Incident incident = original.begin(scene);
        String name = scene.database().name();
        scene.database()
                .sibling("postgres")
                .execute(
                        "CREATE DATABASE %s_copy TEMPLATE %s".formatted(name, name),
                        "DROP DATABASE " + name,
                        "ALTER DATABASE %s_copy RENAME TO %s".formatted(name, name));
        scene.timeline().mark(Lane.SERVER, "CREATE DATABASE … TEMPLATE; the original is dropped");
        return incident;
    }
}

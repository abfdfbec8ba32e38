package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.plan.Action;
import io.github.cleanstaletypes.internal.plan.Plan;
import io.github.cleanstaletypes.report.Coverage.Look;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Chooses how much a run looks at. Where names are claimed, and nothing more is asked for, a quick look at them comes first; the full one
 * follows before anything is changed, and before anything is told that needs attention. Stateless between looks.
 */
final class Looks {

    private final Connection connection;
    private final Settings settings;

    Looks(Connection connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /** The quick look, if it does; else the full one. */
    Inspection first() throws SQLException {
        if (!quickMayDo()) {
            return full();
        }
        Optional<Inspection> quick = Inspection.quick(connection, settings);
        return quick.isPresent() ? quick.get() : full();
    }

    /** Looks at no less than this inspection did. */
    Inspection again(Inspection inspection) throws SQLException {
        return inspection.look() == Look.QUICK ? first() : full();
    }

    Inspection full() throws SQLException {
        return Inspection.of(connection, settings);
    }

    /** Whether what was seen has to be looked at in full before this plan for it is carried out. */
    static boolean isTooLittle(Inspection inspection, Plan plan) {
        return inspection.look() == Look.QUICK && plan.steps().stream().anyMatch(step -> step.action() != Action.NOTE);
    }

    private boolean quickMayDo() {
        boolean names =
                !settings.claims().claims().isEmpty() || !settings.migrations().isEmpty();
        return names
                && !settings.claims().allUnused()
                && !settings.claims().strict()
                && !settings.freeLocks()
                && settings.toProbe(settings.claims()).isEmpty();
    }
}

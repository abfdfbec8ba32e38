package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.catalog.TypeKind;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Subject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nothing uses a standalone type of a claimed name, or one that an earlier run has quarantined.
 *
 * @param type the type
 * @param claim who claims its name; null if it is only here because it is quarantined
 */
public record UnusedType(StandaloneType type, @Nullable Claim claim) implements CatalogFinding {

    @Override
    public FindingCode code() {
        return FindingCode.UNUSED_TYPE;
    }

    @Override
    public Subject subject() {
        return Subjects.of(type);
    }

    @Override
    public @Nullable String raises() {
        return Raised.byType(type.kind());
    }

    @Override
    public String explanation() {
        String name = subject().display();
        if (type.setAside()) {
            return "The %s %s was renamed to \"%s\" by a guard, to see whether it was in the way of the guard's command."
                    .formatted(type.kind().word(), name, type.name());
        }
        if (type.quarantine().isPresent()) {
            return "The %s %s was renamed to \"%s\" by an earlier run, so its name is free; still nothing uses it."
                    .formatted(type.kind().word(), name, type.name());
        }
        return "The %s %s exists and nothing uses it: %s."
                .formatted(type.kind().word(), name, Raised.consequence(type.kind()));
    }

    @Override
    public String remedy() {
        if (type.setAside()) {
            return "To have it back: %s, once nothing has its name. To remove it: %s."
                    .formatted(Calls.RESTORE, Calls.clean(new SqlName(type.schema(), type.name()).toString()));
        }
        if (type.quarantine().isPresent()) {
            return "None is needed: a later clean that finds no other session drops it. To have it back: "
                    + Calls.RESTORE;
        }
        return "Remove it: %s. By hand, when no migration is running: DROP %s %s RESTRICT;"
                .formatted(
                        Calls.clean(subject().display()),
                        type.kind() == TypeKind.DOMAIN ? "DOMAIN" : "TYPE",
                        subject().display());
    }

    @Override
    public Map<String, Object> evidence() {
        return new Evidence()
                .put("owner", type.owner())
                .put("quarantined_as", type.quarantine().isPresent() ? type.name() : null)
                .put(
                        "dependents",
                        type.dependents().stream().map(d -> d.description()).toList())
                .facts();
    }

    @Override
    public Optional<String> undo() {
        return Optional.of(type.undo().text());
    }
}

package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something uses a standalone type of a claimed name, or a quarantined one. Such a type is never removed.
 *
 * @param type the type
 * @param users what uses it, in plain words
 * @param claim who claims its name; null if it is only here because it is quarantined
 * @param demanded whether the name must be free, so that this is no sign of health
 */
public record TypeInUse(
        StandaloneType type, List<String> users, @Nullable Claim claim, boolean demanded) implements CatalogFinding {

    public TypeInUse {
        users = List.copyOf(users);
    }

    @Override
    public FindingCode code() {
        return FindingCode.TYPE_IN_USE;
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
        String others = users.size() == 1 ? "" : " and " + (users.size() - 1) + " more";
        String use = "is used by " + users.get(0) + others;
        if (type.quarantine().isPresent()) {
            return "The %s %s was renamed to \"%s\" by an earlier run and %s."
                    .formatted(type.kind().word(), subject().display(), type.name(), use);
        }
        return "The %s %s %s, so it is never removed; %s."
                .formatted(type.kind().word(), subject().display(), use, Raised.consequence(type.kind()));
    }

    @Override
    public String remedy() {
        if (type.quarantine().isPresent()) {
            return "Give it its name back: " + Calls.RESTORE;
        }
        return "If a migration wants this name, rename one of the two, or move its users to another type first; DROP TYPE … CASCADE"
                + " would drop every column that uses it, with the data.";
    }

    @Override
    public Map<String, Object> evidence() {
        return new Evidence()
                .put("owner", type.owner())
                .put("quarantined_as", type.quarantine().isPresent() ? type.name() : null)
                .put("dependents", users)
                .facts();
    }
}

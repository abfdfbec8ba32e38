package io.github.cleanstaletypes.internal.claim.migration;

import io.github.cleanstaletypes.internal.catalog.history.MigrationContext;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.sql.MigrationScript;
import io.github.cleanstaletypes.internal.claim.sql.ScriptReader;
import io.github.cleanstaletypes.report.ClaimSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Scripts of which somebody knows that they are pending.
 *
 * @param scripts the scripts, in the order in which they will run
 */
public record GivenMigrations(List<MigrationScript> scripts) implements Migrations {

    public GivenMigrations {
        scripts = List.copyOf(scripts);
    }

    @Override
    public PendingClaims pending(MigrationContext ground) {
        return claims(scripts, ground.searchPath());
    }

    @Override
    public boolean dependOnHistories() {
        return false;
    }

    public static PendingClaims claims(List<MigrationScript> scripts, List<String> searchPath) {
        ScriptReader reader = new ScriptReader(searchPath);
        scripts.forEach(reader::read);
        List<Claim> claims = new ArrayList<>();
        reader.conflicts().forEach((name, conflict) -> claims.add(new Claim(name, ClaimSource.MIGRATION, conflict)));
        return new PendingClaims(
                claims,
                List.of(),
                reader.notes(),
                List.of(),
                scripts.stream().map(MigrationScript::name).toList());
    }
}

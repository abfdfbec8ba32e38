package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.finding.use.TypeUsers;
import io.github.cleanstaletypes.report.ClaimSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds standalone types of claimed names, used or not; and quarantined ones, which wait to be dropped. Stateless. */
final class TypeDetector {

    private TypeDetector() {}

    static Stream<CatalogFinding> find(CatalogSnapshot snapshot, Claims claims, ClaimMatcher matcher) {
        TypeUsers users = new TypeUsers(snapshot.types(), snapshot.bodies());
        return snapshot.types().stream().flatMap(type -> judge(type, users.of(type), matcher, claims).stream());
    }

    private static Optional<CatalogFinding> judge(
            StandaloneType type, List<String> users, ClaimMatcher matcher, Claims claims) {
        Optional<Claim> claim = matcher.claimOnType(type.schema(), type.name(), type.kind());
        if (type.quarantine().isPresent()) {
            // who writes its present name means this one of perhaps several
            Claim named = claim.orElse(null);
            return Optional.of(
                    users.isEmpty() ? new UnusedType(type, named) : new TypeInUse(type, users, named, false));
        }
        if (users.isEmpty()) {
            return claim.or(() -> swept(type, claims)).map(c -> new UnusedType(type, c));
        }
        return claim.map(c -> new TypeInUse(type, users, c, claims.demand(c)));
    }

    private static Optional<Claim> swept(StandaloneType type, Claims claims) {
        return claims.allUnused() && claims.coverSchema(type.schema())
                ? Optional.of(new Claim(new SqlName(type.schema(), type.name()), ClaimSource.HAND))
                : Optional.empty();
    }
}

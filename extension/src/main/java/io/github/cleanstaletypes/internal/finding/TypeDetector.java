package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.Activity;
import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.report.ClaimSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Standalone types of claimed names, used or not; and the quarantined ones, whose name is free and which wait to be dropped. */
final class TypeDetector implements Classifier.Detector {

    @Override
    public Stream<CatalogFinding> find(CatalogSnapshot snapshot, Activity activity, Claims claims) {
        ClaimMatcher matcher = new ClaimMatcher(snapshot, claims);
        TypeUsers users = new TypeUsers(snapshot.types(), snapshot.bodies());
        return snapshot.types().stream().flatMap(type -> judge(type, users.of(type), matcher, claims).stream());
    }

    private static Optional<CatalogFinding> judge(
            StandaloneType type, List<String> users, ClaimMatcher matcher, Claims claims) {
        Optional<Claim> claim = matcher.claimOn(type);
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

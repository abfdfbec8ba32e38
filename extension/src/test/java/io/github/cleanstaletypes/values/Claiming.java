package io.github.cleanstaletypes.values;

import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.Conflict;
import io.github.cleanstaletypes.internal.claim.SchemaGlob;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.report.ClaimSource;
import java.util.List;
import java.util.stream.Stream;

/** Claims as a user, a migration or an error would make them. */
public final class Claiming {

    private Claiming() {}

    public static Claims byHand(String... names) {
        return all(Stream.of(names).map(name -> claim(name, ClaimSource.HAND)).toArray(Claim[]::new));
    }

    public static Claims byMigration(String name) {
        return all(claim(name, ClaimSource.MIGRATION));
    }

    public static Claims all(Claim... claims) {
        return new Claims(List.of(claims), false, List.of(), false);
    }

    public static Claims everyUnused(String... schemas) {
        return new Claims(List.of(), true, globs(schemas), false);
    }

    public static Claims within(Claims claims, String... schemas) {
        return new Claims(claims.claims(), claims.allUnused(), globs(schemas), claims.strict());
    }

    public static Claims strictly(Claims claims) {
        return new Claims(claims.claims(), claims.allUnused(), claims.schemas(), true);
    }

    public static Claim claim(String name, ClaimSource source) {
        return new Claim(SqlName.parse(name), source);
    }

    public static Claim claim(String name, Conflict conflict) {
        return new Claim(SqlName.parse(name), ClaimSource.MIGRATION, conflict);
    }

    private static List<SchemaGlob> globs(String... schemas) {
        return Stream.of(schemas).map(SchemaGlob::new).toList();
    }
}

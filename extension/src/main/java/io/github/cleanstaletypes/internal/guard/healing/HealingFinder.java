package io.github.cleanstaletypes.internal.guard.healing;

import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.Cause;
import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.error.Symptom;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the type or the invalid index that an error says is in the way. An error tells a name without its schema, and the search path of who got it is not
 * this guard's: where it cannot be known which one is meant, none is. Remembers schemas that errors told by their oids.
 */
public final class HealingFinder {

    private final Map<String, Long> schemaOids = new HashMap<>();

    /** Looks, and changes nothing. */
    public HealingChoice find(Connection connection, Cleaner cleaner, Symptom symptom) throws SQLException {
        NamedObject named = symptom.named();
        if (named == null) {
            return HealingChoice.NONE;
        }
        if (named.schemaOid() != 0) {
            schemaOids.put(named.name(), named.schemaOid());
        }
        boolean relation = symptom.cause() == Cause.RELATION_EXISTS;
        if (!relation && symptom.cause() != Cause.TYPE_EXISTS) {
            return HealingChoice.NONE;
        }
        List<Namesake> all = Namesake.of(connection, named.name());
        Set<SqlName> unused = unused(cleaner, all);
        Set<String> schemas = MeantSchema.of(symptom);
        List<Namesake> meant = meant(all, schemas, schemaOids.get(named.name()));
        List<Namesake> inTheWay = meant.stream()
                .filter(relation ? Namesake::relation : Namesake::hasType)
                .toList();
        if (inTheWay.size() == 1 && unused.contains(inTheWay.get(0).name())) {
            return HealingChoice.of(inTheWay.get(0).name());
        }
        return unused.isEmpty() ? HealingChoice.NONE : new HealingChoice(null, candidates(all, unused, schemas));
    }

    /** Those in the schema of the statement or of the error's key; without both the one that there is. */
    private static List<Namesake> meant(List<Namesake> all, Set<String> schemas, @Nullable Long schemaOid) {
        if (schemas.size() > 1) {
            return List.of();
        }
        String said = schemas.stream().findFirst().orElse(MeantSchema.NOT_SAID);
        if (!said.equals(MeantSchema.NOT_SAID)) {
            return all.stream().filter(one -> said.equals(one.name().schema())).toList();
        }
        if (schemaOid != null) {
            return all.stream().filter(one -> one.schemaOid() == schemaOid).toList();
        }
        return all.size() == 1 ? all : List.of();
    }

    private static Set<SqlName> unused(Cleaner cleaner, List<Namesake> all) {
        List<Claim> claims = all.stream()
                .filter(Namesake::removable)
                .map(one -> new Claim(one.name(), ClaimSource.ERROR))
                .toList();
        if (claims.isEmpty()) {
            return Set.of();
        }
        return cleaner.claiming(claims).check().results().stream()
                .map(Result::finding)
                .filter(HealingFinder::goes)
                .map(Finding::subject)
                .map(subject -> new SqlName(subject.schema(), String.valueOf(subject.name())))
                .collect(Collectors.toSet());
    }

    private static boolean goes(Finding finding) {
        boolean type =
                finding.code() == FindingCode.UNUSED_TYPE && !finding.evidence().containsKey("quarantined_as");
        boolean index = finding.code() == FindingCode.INVALID_INDEX
                && !finding.evidence().containsKey("belongs_to")
                && !finding.evidence().containsKey("being_built_by_pid");
        return type || index;
    }

    private static String candidates(List<Namesake> all, Set<SqlName> unused, Set<String> schemas) {
        String said = schemas.stream()
                .filter(schema -> !schema.equals(MeantSchema.NOT_SAID))
                .sorted()
                .collect(Collectors.joining(" or "));
        return (said.isEmpty()
                        ? "The error does not tell the schema, so it cannot be known which one is in the way, and none is removed: "
                        : "The statement names the schema " + said + ", so none of another schema is removed: ")
                + all.stream().map(one -> candidate(one, unused)).collect(Collectors.joining("; ")) + ".";
    }

    private static String candidate(Namesake one, Set<SqlName> unused) {
        String words = one.kind() + " " + one.name();
        if (unused.contains(one.name())) {
            return words + (one.index() ? ", which is invalid" : ", which nothing uses") + " (if it is in the way: "
                    + Calls.clean(one.name().toString()) + ")";
        }
        return one.removable() && !one.index()
                ? words + ", which is used (" + Calls.check(one.name().toString()) + ")"
                : words;
    }
}

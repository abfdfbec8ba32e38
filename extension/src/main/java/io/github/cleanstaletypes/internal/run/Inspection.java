package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.catalog.Activity;
import io.github.cleanstaletypes.internal.catalog.ActivityReader;
import io.github.cleanstaletypes.internal.catalog.CatalogReader;
import io.github.cleanstaletypes.internal.catalog.CatalogScope;
import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot.Unclaimed;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.catalog.QuickReader;
import io.github.cleanstaletypes.internal.catalog.QuickReader.QuickLook;
import io.github.cleanstaletypes.internal.catalog.history.MigrationContext;
import io.github.cleanstaletypes.internal.catalog.history.ToolStates;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.claim.migration.PendingClaims;
import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.finding.Classifier;
import io.github.cleanstaletypes.internal.finding.Creation;
import io.github.cleanstaletypes.internal.finding.JudgedTypes;
import io.github.cleanstaletypes.internal.sql.RawText;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.Coverage;
import io.github.cleanstaletypes.report.Coverage.Look;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One look at a database.
 *
 * @param claims what is claimed by now, by pending migrations too
 * @param pending what of that pending migrations claim, and what of them could not be taken into account
 * @param freeLocks whether lock rows of migration tools were to be freed
 * @param snapshot what the catalog said
 * @param activity what others were doing just after that
 * @param findings what that means
 * @param look how much was looked at
 */
record Inspection(
        Claims claims,
        PendingClaims pending,
        boolean freeLocks,
        CatalogSnapshot snapshot,
        Activity activity,
        List<CatalogFinding> findings,
        Look look) {

    /** Looks at all that can be seen. */
    static Inspection of(Connection connection, Settings settings) throws SQLException {
        Pending pending = new Pending(settings);
        CatalogSnapshot snapshot = settings.migrations().isEmpty()
                ? CatalogReader.read(connection, scope(settings, settings.claims()))
                : CatalogReader.read(connection, ground -> scope(settings, pending.claims(ground)));
        Activity activity = snapshot.toolStates().rows().isEmpty()
                ? ActivityReader.read(connection)
                : ActivityReader.readWithSessions(connection);
        return of(settings, pending, snapshot, activity, Look.FULL);
    }

    /** Looks at what the claimed names lead to; empty if that does not do to judge it. */
    static Optional<Inspection> quick(Connection connection, Settings settings) throws SQLException {
        Pending pending = new Pending(settings);
        Optional<QuickLook> look = settings.migrations().isEmpty()
                ? QuickReader.read(connection, scope(settings, settings.claims()))
                : QuickReader.read(
                        connection,
                        ground -> scope(settings, pending.claims(ground)),
                        settings.migrations().stream().anyMatch(Migrations::dependOnHistories));
        return look.map(quick -> of(settings, pending, quick.snapshot(), quick.activity(), Look.QUICK));
    }

    private static Inspection of(
            Settings settings, Pending pending, CatalogSnapshot snapshot, Activity activity, Look look) {
        return new Inspection(
                pending.claims(),
                pending.all(),
                settings.freeLocks(),
                snapshot,
                activity,
                Classifier.classify(snapshot, activity, pending.claims()),
                look);
    }

    /** What was judged, and what was not. */
    Coverage coverage() {
        return new Coverage(
                look,
                JudgedTypes.unjudged(snapshot, claims),
                snapshot.unclaimed().stream().map(this::asClaimed).toList(),
                UnjudgedNames.of(snapshot, claims),
                UnjudgedMigrations.of(pending, claims, freeLocks ? snapshot.toolStates() : ToolStates.NONE),
                UnjudgedMigrations.parts(pending, claims),
                claims.strict());
    }

    /** The name as somebody would claim it: bare, if it is on the search path. */
    private String asClaimed(Unclaimed type) {
        boolean bare = snapshot.server().searchPath().contains(type.schema());
        return RawText.shown(new SqlName(bare ? null : type.schema(), type.name()).toString());
    }

    /** Whether something forbids every change. */
    boolean damaged() {
        return findings.stream().anyMatch(finding -> finding.code().damage());
    }

    /** Whether a type or a relation of this name, as the server stores it, can be seen. */
    boolean taken(SqlName name) {
        return Stream.concat(
                        snapshot.types().stream().map(type -> new SqlName(type.schema(), type.name())),
                        snapshot.relations().stream().map(relation -> new SqlName(relation.schema(), relation.name())))
                .anyMatch(name::equals);
    }

    /** With what was found besides; a creation that is better known now takes its own place. */
    Inspection with(CatalogFinding finding) {
        List<CatalogFinding> all = new ArrayList<>(findings);
        String transaction = transaction(finding);
        all.removeIf(old -> transaction != null && transaction.equals(transaction(old)));
        all.add(finding);
        return new Inspection(claims, pending, freeLocks, snapshot, activity, all, look);
    }

    /** Without what some of the creators are creating. */
    Inspection without(Predicate<Creator> creators) {
        return new Inspection(
                claims,
                pending,
                freeLocks,
                snapshot,
                new Activity(
                        activity.creators().stream().filter(creators.negate()).toList(), activity.sessions()),
                findings.stream()
                        .filter(finding -> !(finding instanceof Creation creation && creators.test(creation.creator())))
                        .toList(),
                look);
    }

    private static @Nullable String transaction(CatalogFinding finding) {
        return finding instanceof Creation creation ? creation.creator().virtualTransaction() : null;
    }

    private static CatalogScope scope(Settings settings, Claims claims) {
        return new CatalogScope(
                claims.names(),
                claims.claims().stream()
                        .map(claim -> claim.name().schema())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                !claims.schemas().isEmpty(),
                // a claim may depend on a relation whose schema the migration does not say
                !claims.schemas().isEmpty()
                        || claims.claims().stream()
                                .anyMatch(claim -> !claim.unless().isEmpty()),
                claims.allUnused(),
                claims.demandAny(),
                settings.freeLocks() || !claims.tools().isEmpty());
    }

    /** Adds to what is claimed what pending migrations claim, as soon as it is known what has been migrated. */
    private static final class Pending {
        private final List<Migrations> migrations;
        private PendingClaims all = PendingClaims.NONE;
        private Claims claims;

        Pending(Settings settings) {
            this.migrations = settings.migrations();
            this.claims = settings.claims();
        }

        Claims claims(MigrationContext ground) {
            for (Migrations each : migrations) {
                PendingClaims pending = each.pending(ground);
                claims = claims.and(pending.claims()).and(each.tools(), ClaimSource.MIGRATION);
                all = all.and(pending);
            }
            return claims;
        }

        Claims claims() {
            return claims;
        }

        PendingClaims all() {
            return all;
        }
    }
}

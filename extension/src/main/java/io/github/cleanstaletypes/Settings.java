package io.github.cleanstaletypes;

import io.github.cleanstaletypes.internal.apply.GuardToken;
import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.ClaimSource;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a run is to go.
 *
 * @param claims what is claimed
 * @param migrations what besides claims the names that it will create, as far as it is pending
 * @param lockWait how long to wait for the advisory lock, per change
 * @param creatorsWait how long to wait for transactions that are creating something
 * @param preparedToRollBack identifiers of prepared transactions to roll back
 * @param endIdleAfter how long a session that holds a creation open may be idle before it is ended; null for as long as it likes
 * @param dryRun whether to plan only
 * @param probing whether to probe each claimed name; one that an error claimed is probed anyway
 * @param progress is told what goes on
 * @param guard the guard whose lock covers this run too, as long as it holds it
 */
record Settings(
        Claims claims,
        List<Migrations> migrations,
        Duration lockWait,
        Duration creatorsWait,
        Set<String> preparedToRollBack,
        @Nullable Duration endIdleAfter,
        boolean dryRun,
        boolean probing,
        Progress progress,
        Optional<GuardToken> guard) {

    static final Settings DEFAULT = new Settings(
            Claims.NONE,
            List.of(),
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            Set.of(),
            null,
            false,
            false,
            Progress.SILENT,
            GuardToken.inherited());

    Settings with(Claims value) {
        return new Settings(
                value,
                migrations,
                lockWait,
                creatorsWait,
                preparedToRollBack,
                endIdleAfter,
                dryRun,
                probing,
                progress,
                guard);
    }

    Settings with(Migrations more) {
        List<Migrations> all =
                Stream.concat(migrations.stream(), Stream.of(more)).toList();
        return new Settings(
                claims,
                all,
                lockWait,
                creatorsWait,
                preparedToRollBack,
                endIdleAfter,
                dryRun,
                probing,
                progress,
                guard);
    }

    Settings withLockWait(Duration value) {
        return new Settings(
                claims,
                migrations,
                value,
                creatorsWait,
                preparedToRollBack,
                endIdleAfter,
                dryRun,
                probing,
                progress,
                guard);
    }

    Settings withCreatorsWait(Duration value) {
        return new Settings(
                claims,
                migrations,
                lockWait,
                value,
                preparedToRollBack,
                endIdleAfter,
                dryRun,
                probing,
                progress,
                guard);
    }

    Settings with(Set<String> value) {
        return new Settings(
                claims, migrations, lockWait, creatorsWait, value, endIdleAfter, dryRun, probing, progress, guard);
    }

    Settings endingIdleAfter(Duration value) {
        return new Settings(
                claims,
                migrations,
                lockWait,
                creatorsWait,
                preparedToRollBack,
                value,
                dryRun,
                probing,
                progress,
                guard);
    }

    Settings withDryRun() {
        return new Settings(
                claims,
                migrations,
                lockWait,
                creatorsWait,
                preparedToRollBack,
                endIdleAfter,
                true,
                probing,
                progress,
                guard);
    }

    Settings withProbing() {
        return new Settings(
                claims,
                migrations,
                lockWait,
                creatorsWait,
                preparedToRollBack,
                endIdleAfter,
                dryRun,
                true,
                progress,
                guard);
    }

    /** The claims on names that are to be probed. */
    List<Claim> toProbe(Claims all) {
        return all.claims().stream()
                .filter(claim -> probing || claim.source() == ClaimSource.ERROR)
                .toList();
    }

    Settings with(Progress value) {
        return new Settings(
                claims,
                migrations,
                lockWait,
                creatorsWait,
                preparedToRollBack,
                endIdleAfter,
                dryRun,
                probing,
                value,
                guard);
    }

    Settings with(Optional<GuardToken> value) {
        return new Settings(
                claims,
                migrations,
                lockWait,
                creatorsWait,
                preparedToRollBack,
                endIdleAfter,
                dryRun,
                probing,
                progress,
                value);
    }
}

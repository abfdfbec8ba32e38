package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.apply.Applier;
import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.lock.CurrentGuards;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.report.ClaimSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a run is to go. Immutable; {@link #with} makes another one.
 *
 * @param claims what is claimed
 * @param migrations what besides claims the names that it will create, as far as it is pending
 * @param lockWait how long to wait for the advisory lock, per change
 * @param creatorsWait how long to wait for transactions that are creating something
 * @param preparedToRollBack identifiers of prepared transactions to roll back
 * @param endIdleAfter how long a session that holds a creation open may be idle before it is ended; null for as long as it likes
 * @param dryRun whether to plan only
 * @param probing whether to probe each claimed name; one that an error claimed is probed anyway
 * @param freeLocks whether lock rows of migration tools are freed that nobody holds
 * @param quietTime how long nobody else must be connected before that
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
        boolean freeLocks,
        Duration quietTime,
        Progress progress,
        Optional<GuardToken> guard) {

    static final Settings DEFAULT = new Builder().build();

    /** The same but for these changes. */
    Settings with(UnaryOperator<Builder> changes) {
        return changes.apply(new Builder(this)).build();
    }

    /** Without one, the guard that the thread works under, when it is asked for. */
    @Override
    public Optional<GuardToken> guard() {
        return guard.or(CurrentGuards::innermost);
    }

    /** The claims on names that are to be probed. */
    List<Claim> toProbe(Claims all) {
        return all.claims().stream()
                .filter(claim -> probing || claim.source() == ClaimSource.ERROR)
                .toList();
    }

    /** Settings that are being put together; each method has the meaning of the component of that name. */
    static final class Builder {

        private Claims claims = Claims.NONE;
        private List<Migrations> migrations = List.of();
        private Duration lockWait = Duration.ofMinutes(5);
        private Duration creatorsWait = Duration.ofSeconds(10);
        private Set<String> preparedToRollBack = Set.of();
        private @Nullable Duration endIdleAfter;
        private boolean dryRun;
        private boolean probing;
        private boolean freeLocks;
        private Duration quietTime = Applier.QUIET_TIME;
        private Progress progress = new LoggedWaiting();
        private Optional<GuardToken> guard = Optional.empty();

        private Builder() {}

        private Builder(Settings old) {
            claims = old.claims;
            migrations = old.migrations;
            lockWait = old.lockWait;
            creatorsWait = old.creatorsWait;
            preparedToRollBack = old.preparedToRollBack;
            endIdleAfter = old.endIdleAfter;
            dryRun = old.dryRun;
            probing = old.probing;
            freeLocks = old.freeLocks;
            quietTime = old.quietTime;
            progress = old.progress;
            guard = old.guard;
        }

        Builder claims(Claims value) {
            claims = value;
            return this;
        }

        Builder migrations(List<Migrations> value) {
            migrations = value;
            return this;
        }

        Builder lockWait(Duration value) {
            lockWait = value;
            return this;
        }

        Builder creatorsWait(Duration value) {
            creatorsWait = value;
            return this;
        }

        Builder preparedToRollBack(Set<String> value) {
            preparedToRollBack = value;
            return this;
        }

        Builder endIdleAfter(Duration value) {
            endIdleAfter = value;
            return this;
        }

        Builder dryRun(boolean value) {
            dryRun = value;
            return this;
        }

        Builder probing(boolean value) {
            probing = value;
            return this;
        }

        Builder freeLocks(boolean value, Duration quiet) {
            freeLocks = value;
            quietTime = quiet;
            return this;
        }

        Builder progress(Progress value) {
            progress = value;
            return this;
        }

        Builder guard(Optional<GuardToken> value) {
            guard = value;
            return this;
        }

        private Settings build() {
            return new Settings(
                    claims,
                    migrations,
                    lockWait,
                    creatorsWait,
                    preparedToRollBack,
                    endIdleAfter,
                    dryRun,
                    probing,
                    freeLocks,
                    quietTime,
                    progress,
                    guard);
        }
    }
}

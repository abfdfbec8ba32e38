package io.github.cleanstaletypes.cli;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.claim.Claim;
import io.github.cleanstaletypes.cli.OptionValues.Value;
import io.github.cleanstaletypes.connect.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the options and their variables come to. */
record Settings(
        @Nullable String databaseUrl,
        List<Claim> claims,
        boolean allUnused,
        List<String> schemas,
        boolean strict,
        boolean dryRun,
        List<String> rollbackPrepared,
        Duration databaseWait,
        Duration lockWait,
        Duration creatorsWait,
        @Nullable Path undoFile,
        boolean quiet,
        boolean verbose) {

    /** @throws UsageException if one is wrong */
    static Settings of(Options options, Environment environment) {
        OptionValues values = new OptionValues(environment);
        Value undoFile = values.text("--undo-file", options.undoFile);
        return new Settings(
                options.databaseUrl,
                new ClaimedNames(values, environment).of(options),
                values.flag("--all-unused", options.allUnused),
                values.texts("--schema", options.schemas).stream()
                        .map(Value::text)
                        .toList(),
                values.flag("--strict", options.strict),
                values.flag("--dry-run", options.dryRun),
                values.texts("--rollback-prepared", options.rollbackPrepared).stream()
                        .map(Value::text)
                        .toList(),
                values.duration("--wait", options.wait, Duration.ofSeconds(30)),
                values.duration("--lock-wait", options.lockWait, Duration.ofMinutes(5)),
                values.duration("--creators-wait", options.creatorsWait, Duration.ofSeconds(10)),
                undoFile == null ? null : Path.of(undoFile.text()),
                values.flag("--quiet", options.quiet),
                values.flag("--verbose", options.verbose));
    }

    StaleTypes applyTo(StaleTypes types) {
        StaleTypes applied = types.claiming(claims)
                .inSchemas(schemas.toArray(String[]::new))
                .waitingForLock(lockWait)
                .waitingForCreators(creatorsWait)
                .rollingBack(rollbackPrepared.toArray(String[]::new));
        applied = allUnused ? applied.claimingAllUnused() : applied;
        applied = strict ? applied.strictly() : applied;
        return dryRun ? applied.planned() : applied;
    }
}

package io.github.cleanstaletypes.cli;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.claim.Claim;
import io.github.cleanstaletypes.cli.OptionValues.Value;
import io.github.cleanstaletypes.connect.Environment;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
        @Nullable Value undoFile) {

    /** @throws UsageException if one is wrong */
    static Settings of(Options options, Environment environment) {
        OptionValues values = new OptionValues(environment);
        Printing.of(options, environment);
        return new Settings(
                options.databaseUrl,
                new ClaimedNames(values, environment).of(options),
                values.flag("--all-unused", options.allUnused),
                values.texts("--schema", options.schemas).stream()
                        .flatMap(Settings::globs)
                        .toList(),
                values.flag("--strict", options.strict),
                values.flag("--dry-run", options.dryRun),
                values.texts("--rollback-prepared", options.rollbackPrepared).stream()
                        .map(Value::text)
                        .toList(),
                values.duration("--wait", options.wait, Duration.ofSeconds(30)),
                values.duration("--lock-wait", options.lockWait, Duration.ofMinutes(5)),
                values.duration("--creators-wait", options.creatorsWait, Duration.ofSeconds(10)),
                values.text("--undo-file", options.undoFile));
    }

    private static Stream<String> globs(Value schemas) {
        List<String> globs =
                Arrays.stream(schemas.text().split(",", -1)).map(String::strip).toList();
        if (globs.contains("")) {
            throw schemas.problem("has an empty pattern");
        }
        return globs.stream();
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

package io.github.cleanstaletypes.internal.cli.option;

import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.claim.migration.UnreadableMigrationsException;
import io.github.cleanstaletypes.internal.claim.migration.tool.MigrationDirectory;
import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.ShownPath;
import io.github.cleanstaletypes.internal.file.FileProblem;
import io.github.cleanstaletypes.internal.run.Cleaner;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the options and their variables come to. */
public record CommandSettings(
        @Nullable String databaseUrl,
        List<Claim> claims,
        @Nullable Migrations migrations,
        boolean allUnused,
        List<String> schemas,
        boolean allDatabases,
        boolean strict,
        boolean probe,
        boolean dryRun,
        List<String> rollbackPrepared,
        @Nullable Duration terminateIdleAfter,
        boolean freeLocks,
        Duration databaseWait,
        Duration lockWait,
        Duration creatorsWait,
        @Nullable Value undoFile) {

    private static final Duration SHORTEST_IDLE = Duration.ofSeconds(1);

    /**
     * Reads the options and their variables.
     *
     * @throws UsageException if one is wrong
     */
    public static CommandSettings of(Options options, Environment environment) {
        OptionValues values = new OptionValues(environment);
        Printing.of(options, environment);
        return new CommandSettings(
                options.databaseUrl,
                new ClaimedNames(values, environment).of(options),
                migrations(values.text("--migrations", options.migrations)),
                values.flag("--all-unused", options.allUnused),
                values.texts("--schema", options.schemas).stream()
                        .flatMap(CommandSettings::globs)
                        .toList(),
                values.flag("--all-databases", options.allDatabases),
                values.flag("--strict", options.strict),
                values.flag("--probe", options.probe),
                values.flag("--dry-run", options.dryRun),
                values.texts("--rollback-prepared", options.rollbackPrepared).stream()
                        .map(Value::text)
                        .toList(),
                idleTime(values.text("--terminate-idle-after", options.terminateIdleAfter)),
                values.flag("--free-locks", options.freeLocks),
                values.duration("--wait", options.wait, Duration.ofSeconds(30)),
                values.duration("--lock-wait", options.lockWait, Duration.ofMinutes(5)),
                values.duration("--creators-wait", options.creatorsWait, Duration.ofSeconds(10)),
                values.text("--undo-file", options.undoFile));
    }

    /** Between two statements of a transaction every session is idle, for a moment. */
    private static @Nullable Duration idleTime(@Nullable Value value) {
        Duration time = value == null ? null : Durations.parse(value);
        if (value != null && time != null && time.compareTo(SHORTEST_IDLE) < 0) {
            throw value.problem("is too short: between two statements every session is idle; write 1s or more");
        }
        return time;
    }

    private static Stream<String> globs(Value schemas) {
        List<String> globs =
                Arrays.stream(schemas.text().split(",", -1)).map(String::strip).toList();
        if (globs.contains("")) {
            throw schemas.problem("has an empty pattern");
        }
        return globs.stream();
    }

    /** Whether any name is claimed, or may be. */
    public boolean anythingClaimed() {
        return allUnused || migrations != null || !claims.isEmpty();
    }

    public Cleaner applyTo(Cleaner types) {
        Cleaner applied = types.claiming(claims)
                .inSchemas(schemas.toArray(String[]::new))
                .waitingForLock(lockWait)
                .waitingForCreators(creatorsWait)
                .rollingBack(rollbackPrepared.toArray(String[]::new));
        applied = migrations == null ? applied : applied.claimingPending(migrations);
        applied = allUnused ? applied.claimingAllUnused() : applied;
        applied = terminateIdleAfter == null ? applied : applied.endingIdleAfter(terminateIdleAfter);
        applied = freeLocks ? applied.freeingLocks() : applied;
        applied = strict ? applied.strictly() : applied;
        applied = probe ? applied.probing() : applied;
        return dryRun ? applied.dryRun() : applied;
    }

    private static @Nullable Migrations migrations(@Nullable Value directory) {
        if (directory == null) {
            return null;
        }
        try {
            return MigrationDirectory.open(Path.of(directory.text()));
        } catch (UnreadableMigrationsException e) {
            // what lies below a directory has its name from nobody's settings
            throw ShownPath.isHarmless(directory.text())
                    ? new UsageException(directory.origin() + ": " + e.getMessage())
                    : directory.fileProblem(e.reason());
        } catch (InvalidPathException e) {
            throw directory.fileProblem("cannot be read: " + FileProblem.inWords(e));
        }
    }
}

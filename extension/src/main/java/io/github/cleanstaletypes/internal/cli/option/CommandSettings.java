package io.github.cleanstaletypes.internal.cli.option;

import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.claim.migration.UnreadableMigrationsException;
import io.github.cleanstaletypes.internal.claim.migration.tool.MigrationDirectory;
import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.cli.syntax.Arguments;
import io.github.cleanstaletypes.internal.cli.syntax.Option;
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
    public static CommandSettings of(Arguments given, Environment environment) {
        OptionValues values = new OptionValues(given, environment);
        Printing.of(given, environment);
        return new CommandSettings(
                given.text(Option.DATABASE_URL),
                new ClaimedNames(values, environment).read(),
                migrations(values.text(Option.MIGRATIONS)),
                values.flag(Option.ALL_UNUSED),
                values.texts(Option.SCHEMA).stream()
                        .flatMap(CommandSettings::globs)
                        .toList(),
                values.flag(Option.ALL_DATABASES),
                values.flag(Option.STRICT),
                values.flag(Option.PROBE),
                values.flag(Option.DRY_RUN),
                values.texts(Option.ROLLBACK_PREPARED).stream().map(Value::text).toList(),
                idleTime(values.text(Option.TERMINATE_IDLE_AFTER)),
                values.flag(Option.FREE_LOCKS),
                values.duration(Option.WAIT, Duration.ofSeconds(30)),
                values.duration(Option.LOCK_WAIT, Duration.ofMinutes(5)),
                values.duration(Option.CREATORS_WAIT, Duration.ofSeconds(10)),
                values.text(Option.UNDO_FILE));
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

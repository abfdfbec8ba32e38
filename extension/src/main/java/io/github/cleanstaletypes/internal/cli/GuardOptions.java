package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.option.CommandSettings;
import io.github.cleanstaletypes.internal.cli.option.OptionValues;
import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.cli.option.UsageException;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.guard.OnLockLost;
import io.github.cleanstaletypes.internal.guard.session.GuardWaits;
import io.github.cleanstaletypes.internal.lock.LockName;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the options that only {@code guard} has, and their variables, come to. Each method fails with a usage error if its option is wrong. */
final class GuardOptions {

    private final GuardCommand command;
    private final Environment environment;
    private final OptionValues values;

    GuardOptions(GuardCommand command, Environment environment) {
        this.command = command;
        this.environment = environment;
        this.values = new OptionValues(environment);
    }

    /** Where the lock is taken if not where the command migrates; null if it is there. */
    @Nullable
    ConnectionSettings lock() {
        Value url = values.url("--lock-url", command.lockUrl);
        return url == null
                ? null
                : ConnectionSettings.ofUrl(url.origin(), url.text(), environment)
                        .withApplicationName("clean-stale-types");
    }

    @Nullable
    Value reportFile() {
        return values.text("--report-file", command.reportFile);
    }

    @Nullable
    Value terminationLog() {
        return values.text("--termination-log", command.terminationLog);
    }

    /** Whether what the command writes to its standard error is read. */
    boolean capture() {
        return !values.flag("--no-capture", command.noCapture);
    }

    boolean heal() {
        return command.heal != null || !values.flag("--no-heal", command.noHeal);
    }

    @Nullable
    LockName lockName() {
        Value name = values.text("--lock", command.lock);
        if (name == null) {
            return null;
        }
        if (!LockName.isName(name.text())) {
            throw name.problem("is no name of a lock: write 1 to 63 letters, digits or characters of _.:/- (ASCII)");
        }
        return new LockName(name.text());
    }

    GuardWaits waits(CommandSettings settings) {
        Duration heartbeat = values.duration("--heartbeat", command.heartbeat, Duration.ofSeconds(2));
        if (heartbeat.isZero() || heartbeat.compareTo(Duration.ofHours(1)) > 0) {
            throw new UsageException("--heartbeat: write a time between 1ms and 1h");
        }
        return new GuardWaits(
                settings.databaseWait(),
                settings.lockWait(),
                settings.creatorsWait(),
                heartbeat,
                values.duration("--stop-wait", command.stopWait, Duration.ofSeconds(10)));
    }

    /** The server takes it in milliseconds, and 0 would be no limit at all. */
    @Nullable
    Duration lockTimeout() {
        Value written = values.text("--command-lock-timeout", command.commandLockTimeout);
        if (written == null) {
            return null;
        }
        Duration time = values.duration("--command-lock-timeout", command.commandLockTimeout, Duration.ZERO);
        if (time.isZero() || time.compareTo(Duration.ofHours(1)) > 0) {
            throw written.problem("is not a time between 1ms and 1h");
        }
        return time;
    }

    int retries() {
        Value retries = values.text("--retries", command.retries);
        if (retries == null) {
            return 2;
        }
        if (!retries.text().matches("\\d{1,3}")) {
            throw retries.problem("is not a number between 0 and 999");
        }
        return Integer.parseInt(retries.text());
    }

    OnLockLost onLockLost() {
        Value what = values.text("--on-lock-lost", command.onLockLost);
        if (what == null) {
            return OnLockLost.STOP;
        }
        return switch (what.text().toLowerCase(Locale.ROOT)) {
            case "stop" -> OnLockLost.STOP;
            case "warn" -> OnLockLost.WARN;
            default -> throw what.problem("is neither stop nor warn");
        };
    }
}

package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.option.CommandSettings;
import io.github.cleanstaletypes.internal.cli.option.OptionValues;
import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.cli.option.UsageException;
import io.github.cleanstaletypes.internal.cli.syntax.Arguments;
import io.github.cleanstaletypes.internal.cli.syntax.Option;
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

    private final Arguments given;
    private final Environment environment;
    private final OptionValues values;

    GuardOptions(Arguments given, Environment environment) {
        this.given = given;
        this.environment = environment;
        this.values = new OptionValues(given, environment);
    }

    /** Where the lock is taken if not where the command migrates; null if it is there. */
    @Nullable
    ConnectionSettings lock() {
        Value url = values.url(Option.LOCK_URL);
        return url == null
                ? null
                : ConnectionSettings.ofUrl(url.origin(), url.text(), environment)
                        .withApplicationName("clean-stale-types");
    }

    @Nullable
    Value reportFile() {
        return values.text(Option.REPORT_FILE);
    }

    @Nullable
    Value terminationLog() {
        return values.text(Option.TERMINATION_LOG);
    }

    /** Whether what the command writes to its standard error is read. */
    boolean capture() {
        return !values.flag(Option.NO_CAPTURE);
    }

    boolean heal() {
        return given.flag(Option.HEAL) != null || !values.flag(Option.NO_HEAL);
    }

    @Nullable
    LockName lockName() {
        Value name = values.text(Option.LOCK);
        if (name == null) {
            return null;
        }
        if (!LockName.isName(name.text())) {
            throw name.problem("is no name of a lock: write 1 to 63 letters, digits or characters of _.:/- (ASCII)");
        }
        return new LockName(name.text());
    }

    GuardWaits waits(CommandSettings settings) {
        Duration heartbeat = values.duration(Option.HEARTBEAT, Duration.ofSeconds(2));
        if (heartbeat.isZero() || heartbeat.compareTo(Duration.ofHours(1)) > 0) {
            throw new UsageException("--heartbeat: write a time between 1ms and 1h");
        }
        return new GuardWaits(
                settings.databaseWait(),
                settings.lockWait(),
                settings.creatorsWait(),
                heartbeat,
                values.duration(Option.STOP_WAIT, Duration.ofSeconds(10)));
    }

    /** The server takes it in milliseconds, and 0 would be no limit at all. */
    @Nullable
    Duration lockTimeout() {
        Value written = values.text(Option.COMMAND_LOCK_TIMEOUT);
        if (written == null) {
            return null;
        }
        Duration time = values.duration(Option.COMMAND_LOCK_TIMEOUT, Duration.ZERO);
        if (time.isZero() || time.compareTo(Duration.ofHours(1)) > 0) {
            throw written.problem("is not a time between 1ms and 1h");
        }
        return time;
    }

    int retries() {
        Value retries = values.text(Option.RETRIES);
        if (retries == null) {
            return 2;
        }
        if (!retries.text().matches("\\d{1,3}")) {
            throw retries.problem("is not a number between 0 and 999");
        }
        return Integer.parseInt(retries.text());
    }

    OnLockLost onLockLost() {
        Value what = values.text(Option.ON_LOCK_LOST);
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

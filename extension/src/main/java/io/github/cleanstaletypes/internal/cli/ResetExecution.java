package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.option.CommandSettings;
import io.github.cleanstaletypes.internal.cli.option.Options;
import io.github.cleanstaletypes.internal.cli.option.Printing;
import io.github.cleanstaletypes.internal.cli.option.UsageException;
import io.github.cleanstaletypes.internal.cli.reset.ResetJson;
import io.github.cleanstaletypes.internal.cli.reset.ResetOutput;
import io.github.cleanstaletypes.internal.cli.reset.ResetOutput.Failure;
import io.github.cleanstaletypes.internal.cli.reset.ResetText;
import io.github.cleanstaletypes.internal.cli.terminal.Console;
import io.github.cleanstaletypes.internal.cli.terminal.Paint;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.DatabaseUnavailableException;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import io.github.cleanstaletypes.internal.guard.report.ExitStatus;
import io.github.cleanstaletypes.internal.reset.Reset;
import io.github.cleanstaletypes.internal.reset.ResetException;
import io.github.cleanstaletypes.internal.reset.ResetRequest;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import java.sql.SQLException;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The command {@code reset}, from its settings to its exit status; what follows it is run by {@code guard}. */
final class ResetExecution {

    private final Console console;
    private final Environment environment;
    private final Secrets secrets;
    private final Options options;
    private final ResetCommand command;
    private final ToIntFunction<GuardCommand> guard;

    /** @param guard runs the command that follows */
    ResetExecution(
            Console console,
            Environment environment,
            Secrets secrets,
            Options options,
            ResetCommand command,
            ToIntFunction<GuardCommand> guard) {
        // with a command stdout is the command's
        this.console = command.command.isEmpty()
                ? console
                : new Console(
                        console.err(), console.err(), console.errTerminal(), console.errTerminal(), console.width());
        this.environment = environment;
        this.secrets = secrets;
        this.options = options;
        this.command = command;
        this.guard = guard;
    }

    private boolean guarded() {
        return !command.command.isEmpty();
    }

    int run() {
        try (ResetOutput output = output()) {
            try {
                return reset(request(output), output);
            } catch (UsageException | SettingsException e) {
                return failed(output, ExitCode.USAGE, new ResetException(String.valueOf(e.getMessage())), true, null);
            } catch (ResetException e) {
                return failed(output, ExitCode.COULD_NOT_FINISH, e, e.nothingDone(), null);
            } catch (DatabaseUnavailableException e) {
                return failed(
                        output, ExitCode.COULD_NOT_FINISH, new ResetException(String.valueOf(e.getMessage())), true, e);
            } catch (SQLException e) {
                return failed(
                        output,
                        ExitCode.COULD_NOT_FINISH,
                        new ResetException("the server failed: " + ErrorLine.of(e)),
                        false,
                        null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return failed(output, ExitCode.COULD_NOT_FINISH, new ResetException("interrupted"), false, null);
            }
        }
    }

    private ResetOutput output() {
        Printing printing = Printing.leniently(options, environment);
        if (printing.json() && !guarded()) {
            return new ResetJson(console, printing.quiet(), Version.get());
        }
        Paint paint = Paint.on(console, environment, printing.noColor());
        return new ResetText(console, printing.quiet(), paint);
    }

    private ResetRequest request(ResetOutput output) {
        CommandSettings settings = CommandSettings.of(options, environment);
        if (guarded()
                && options.format != null
                && Printing.leniently(options, environment).json()) {
            throw new UsageException(
                    "--format json: stdout is CMD's; CLEAN_STALE_TYPES_REPORT_FILE names a file for guard's"
                            + " report");
        }
        ConnectionSettings database = ConnectionSettings.resolve(settings.databaseUrl(), environment);
        secrets.addAll(database.secrets());
        database.warnings().forEach(output::warn);
        return command.given.request(
                settings, database.withApplicationName("clean-stale-types"), environment, guarded());
    }

    private int reset(ResetRequest request, ResetOutput output) throws InterruptedException, SQLException {
        try (Reset reset = new Reset(request, output)) {
            output.begin(request.dryRun());
            output.ended(reset.run());
            if (!guarded()) {
                return ExitCode.CLEAN.code();
            }
            if (request.dryRun()) {
                output.step("run the command under guard");
                return ExitCode.CLEAN.code();
            }
            return guard.applyAsInt(guardCommand());
        }
    }

    private GuardCommand guardCommand() {
        GuardCommand guarded = new GuardCommand();
        guarded.command = command.command;
        return guarded;
    }

    private int failed(
            ResetOutput output,
            ExitCode exitCode,
            ResetException e,
            boolean refused,
            @Nullable DatabaseUnavailableException unreachable) {
        int status = guarded() ? ExitStatus.OWN_FAILURE : exitCode.code();
        output.failed(
                new Failure(status, String.valueOf(e.getMessage()), e.reasons(), refused),
                unreachable == null ? null : unreachable.failure());
        return status;
    }
}

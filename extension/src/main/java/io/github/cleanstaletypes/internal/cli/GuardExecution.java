package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.cli.json.Document;
import io.github.cleanstaletypes.internal.cli.json.GuardedReport;
import io.github.cleanstaletypes.internal.cli.option.CommandSettings;
import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.cli.option.Printing;
import io.github.cleanstaletypes.internal.cli.option.UsageException;
import io.github.cleanstaletypes.internal.cli.syntax.Arguments;
import io.github.cleanstaletypes.internal.cli.terminal.Console;
import io.github.cleanstaletypes.internal.cli.terminal.MaskingStream;
import io.github.cleanstaletypes.internal.cli.terminal.Paint;
import io.github.cleanstaletypes.internal.cli.undo.Undo;
import io.github.cleanstaletypes.internal.cli.undo.UndoFile;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import io.github.cleanstaletypes.internal.file.FileProblem;
import io.github.cleanstaletypes.internal.file.PlainFile;
import io.github.cleanstaletypes.internal.guard.Guard;
import io.github.cleanstaletypes.internal.guard.GuardSettings;
import io.github.cleanstaletypes.internal.guard.RunSettings;
import io.github.cleanstaletypes.internal.guard.live.LiveLimits;
import io.github.cleanstaletypes.internal.guard.report.ExitStatus;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.text.Harmless;
import io.github.cleanstaletypes.report.CleanupReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command {@code guard}, from its settings to its exit status. All that it says goes to stderr: stdout is its command's. */
final class GuardExecution {

    private final OutputStream commandErrors;
    private final Environment environment;
    private final Secrets secrets;
    private final Arguments arguments;
    private final Console console;
    private final GuardOptions given;

    /** @param commandErrors takes what the command writes to its standard error, as it is */
    GuardExecution(
            Console console,
            OutputStream commandErrors,
            Environment environment,
            Secrets secrets,
            Arguments arguments) {
        this.console = new Console(
                console.err(), console.err(), console.errTerminal(), console.errTerminal(), console.width());
        this.commandErrors = commandErrors;
        this.environment = environment;
        this.secrets = secrets;
        this.arguments = arguments;
        this.given = new GuardOptions(arguments, environment);
    }

    int run() {
        Printing printing = Printing.leniently(arguments, environment);
        Paint paint = Paint.on(console, environment, printing.noColor());
        try (TextOutput output = new TextOutput(console, "clean", printing.quiet(), printing.verbose(), paint)) {
            GuardNarrator narrator = new GuardNarrator(console, printing.quiet(), output);
            try {
                return guarded(output, narrator);
            } catch (UsageException | SettingsException e) {
                return notBegun(String.valueOf(e.getMessage()), narrator);
            } catch (UncheckedIOException e) {
                return notBegun(String.valueOf(e.getMessage()), narrator);
            }
        }
    }

    private int notBegun(String why, GuardNarrator narrator) {
        narrator.failed(why);
        try {
            write(given.terminationLog(), file -> TerminationLog.write(file, why, secrets));
        } catch (UsageException e) {
            // the file's own name is what is wrong, and that is told
        }
        return ExitStatus.OWN_FAILURE;
    }

    private int guarded(TextOutput output, GuardNarrator narrator) {
        long start = System.nanoTime();
        Value terminationLog = given.terminationLog();
        CommandSettings settings = CommandSettings.of(arguments, environment);
        ConnectionSettings database = database(settings.databaseUrl());
        secrets.addAll(database.secrets());
        database.warnings().forEach(output::warn);
        ConnectionSettings lock = given.lock();
        if (lock != null) {
            secrets.addAll(lock.secrets());
        }
        Value undoFile = settings.dryRun() ? null : settings.undoFile();
        Value reportFile = given.reportFile();
        try (Undo undo = undoFile == null ? Undo.NONE : UndoFile.open(undoFile, false)) {
            GuardSettings guard = new GuardSettings(
                    arguments.operands(),
                    database,
                    lock,
                    given.lockName(),
                    environment,
                    commandErrors,
                    given.capture(),
                    new RunSettings(
                            (types, wait) ->
                                    clean(types, settings, wait, database, output, undo.of(database.database())),
                            new TeeProgress(undo.of(database.database()), output),
                            given.waits(settings),
                            given.onLockLost(),
                            given.retries(),
                            settings.freeLocks() && !settings.dryRun(),
                            given.heal()),
                    LiveLimits.USUAL,
                    given.lockTimeout());
            narrator.step("settings checked", Duration.ofNanos(System.nanoTime() - start));
            GuardReport report = new Guard(guard, narrator).run();
            narrator.ended(report);
            write(reportFile, file -> {
                try (OutputStream out = new MaskingStream(Files.newOutputStream(file), secrets)) {
                    GuardedReport.write(report, Version.get(), out);
                }
            });
            write(terminationLog, file -> TerminationLog.write(file, report, secrets));
            return report.exitStatus();
        }
    }

    /** Writes what it writes. */
    private interface Writing {
        void to(Path file) throws IOException;
    }

    /** Begun anew each time; what is wrong with it is told, and changes no exit status: the command has run. */
    private void write(@Nullable Value file, Writing writing) {
        if (file == null) {
            return;
        }
        try {
            Path path = Path.of(file.text());
            PlainFile.checkForWriting(path);
            writing.to(path);
        } catch (IOException e) {
            tell(file, FileProblem.inWords(e));
        } catch (InvalidPathException e) {
            tell(file, FileProblem.inWords(e));
        }
    }

    private void tell(Value file, String why) {
        console.err()
                .println(Harmless.line("clean-stale-types: "
                        + file.fileProblem("cannot be written: " + why).getMessage()));
    }

    private ConnectionSettings database(@Nullable String url) {
        return ConnectionSettings.resolve(url, environment).withApplicationName("clean-stale-types");
    }

    private CleanupReport clean(
            Cleaner types,
            CommandSettings settings,
            Duration creatorsWait,
            ConnectionSettings database,
            TextOutput output,
            Progress undo) {
        output.begin();
        output.connected(database.describeAtLength(), settings.anythingClaimed());
        CleanupReport report = settings.applyTo(types)
                .waitingForCreators(creatorsWait)
                .reportingTo(new TeeProgress(undo, output))
                .clean();
        int exitCode = report.isClean() ? ExitCode.CLEAN.code() : ExitCode.FINDINGS_REMAIN.code();
        output.end(new Document(Version.get(), "clean", List.of(report), exitCode, null));
        return report;
    }
}

package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.cli.json.ExplanationDocument;
import io.github.cleanstaletypes.internal.cli.json.ExplanationReport;
import io.github.cleanstaletypes.internal.cli.option.CommandSettings;
import io.github.cleanstaletypes.internal.cli.option.OptionValues;
import io.github.cleanstaletypes.internal.cli.option.Printing;
import io.github.cleanstaletypes.internal.cli.option.UsageException;
import io.github.cleanstaletypes.internal.cli.syntax.Arguments;
import io.github.cleanstaletypes.internal.cli.syntax.Option;
import io.github.cleanstaletypes.internal.cli.terminal.Console;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.DatabaseWaiter;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import io.github.cleanstaletypes.internal.connect.setting.ShownPath;
import io.github.cleanstaletypes.internal.error.Failure;
import io.github.cleanstaletypes.internal.error.FailureReader;
import io.github.cleanstaletypes.internal.explain.ExplanationLines;
import io.github.cleanstaletypes.internal.explain.Explanations;
import io.github.cleanstaletypes.internal.file.FileProblem;
import io.github.cleanstaletypes.internal.file.LogFile;
import io.github.cleanstaletypes.internal.file.SizeLimit;
import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.run.RunFailedException;
import io.github.cleanstaletypes.internal.text.Harmless;
import io.github.cleanstaletypes.report.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command {@code explain}: reads first, then looks into the database if there is one. */
final class Explaining {

    private static final String UNRECOGNISED =
            "Nothing in it is an error that this program knows. If you know which name the migration wanted:"
                    + " check --type NAME --strict";

    private final Console console;
    private final Environment environment;
    private final Secrets secrets;
    private final Arguments given;
    private final boolean json;

    Explaining(Console console, Environment environment, Secrets secrets, Arguments given) {
        this.console = console;
        this.environment = environment;
        this.secrets = secrets;
        this.given = given;
        this.json = Printing.leniently(given, environment).json();
    }

    /** Explains what is in the file that was named, or on standard input. */
    int run(InputStream input) {
        String file = given.operands().isEmpty() ? "-" : given.operands().get(0);
        try {
            CommandSettings settings = CommandSettings.of(given, environment);
            Optional<ConnectionSettings> database =
                    ConnectionSettings.resolveIfSet(settings.databaseUrl(), environment);
            database.ifPresent(found -> secrets.addAll(found.secrets()));
            Optional<Failure> failure = read(file, input);
            if (failure.isEmpty()) {
                return tell(null, ExitCode.FINDINGS_REMAIN, null);
            }
            return database.isPresent()
                    ? look(failure.get(), database.get(), settings.migrations())
                    : tell(Explanations.of(failure.get()), ExitCode.CLEAN, null);
        } catch (UsageException | SettingsException e) {
            return tell(null, ExitCode.USAGE, e.getMessage());
        }
    }

    private static Optional<Failure> read(String file, InputStream input) {
        try {
            if (file.equals("-")) {
                return FailureReader.read(input);
            }
            try (InputStream log = LogFile.open(Path.of(file), input, SizeLimit.STREAM)) {
                return FailureReader.read(log);
            }
        } catch (IOException e) {
            throw unreadable(file, FileProblem.inWords(e));
        } catch (InvalidPathException e) {
            throw unreadable(file, FileProblem.inWords(e));
        }
    }

    private static UsageException unreadable(String file, String why) {
        return new UsageException(
                (file.equals("-") ? "standard input" : "explain: " + ShownPath.of(file)) + " cannot be read: " + why);
    }

    private int look(Failure failure, ConnectionSettings database, @Nullable Migrations migrations) {
        database.warnings().forEach(warning -> console.err().println("clean-stale-types: warning: " + warning));
        Duration wait = new OptionValues(given, environment).duration(Option.WAIT, Duration.ZERO);
        DatabaseWaiter waiter = new DatabaseWaiter(database.withApplicationName("clean-stale-types"));
        try (Connection connection = waiter.await(wait)) {
            Cleaner cleaner = Cleaner.on(connection);
            return tell(
                    (migrations == null ? cleaner : cleaner.claimingPending(migrations)).explain(failure),
                    ExitCode.CLEAN,
                    null);
        } catch (RunFailedException | SQLException e) {
            return tell(Explanations.of(failure), ExitCode.CLEAN, "the database was not looked at: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return tell(Explanations.of(failure), ExitCode.CLEAN, "the database was not looked at: interrupted");
        }
    }

    private int tell(@Nullable Explanation explanation, ExitCode exitCode, @Nullable String problem) {
        String error = problem == null ? null : Harmless.line(problem);
        if (json) {
            write(new ExplanationDocument(Version.get(), explanation, exitCode.code(), error));
            return exitCode.code();
        }
        if (explanation != null) {
            ExplanationLines.of(explanation)
                    .forEach(line -> console.out().println(console.fitted(Audience.COMMAND_LINE.words(line))));
        } else if (exitCode == ExitCode.FINDINGS_REMAIN) {
            console.out().println(console.fitted(UNRECOGNISED));
        }
        if (error != null) {
            console.err().println("clean-stale-types: " + error);
        }
        return exitCode.code();
    }

    private void write(ExplanationDocument document) {
        try {
            ExplanationReport.write(document, console.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console.out().flush();
    }
}

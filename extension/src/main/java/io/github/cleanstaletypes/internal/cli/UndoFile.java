package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.cli.option.UsageException;
import io.github.cleanstaletypes.internal.file.FileProblem;
import io.github.cleanstaletypes.internal.file.PlainFile;
import io.github.cleanstaletypes.internal.file.SizeLimit;
import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.plan.Action;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Result;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Appends the statements that recreate a type, and makes sure that they are on disk before the type is removed: what cannot be
 * written ends the run by an {@link UncheckedIOException}.
 */
final class UndoFile implements Undo {

    private static final String CONNECT = "\\connect ";
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.]+");

    private final Value file;
    private final FileChannel channel;
    private final boolean severalDatabases;
    private String connected = "";

    private UndoFile(Value file, FileChannel channel, boolean severalDatabases) {
        this.file = file;
        this.channel = channel;
        this.severalDatabases = severalDatabases;
    }

    /**
     * Opens it for more.
     *
     * @param severalDatabases whether each statement must say its database; it must, too, if earlier ones do
     * @throws UsageException if the file cannot be written
     */
    static UndoFile open(Value file, boolean severalDatabases) {
        try {
            Path path = Path.of(file.text());
            PlainFile.checkForWriting(path);
            boolean several = severalDatabases || namesDatabases(path);
            return new UndoFile(
                    file, FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND), several);
        } catch (IOException e) {
            throw file.fileProblem("cannot be written: " + FileProblem.inWords(e));
        } catch (InvalidPathException e) {
            throw file.fileProblem("cannot be written: " + FileProblem.inWords(e));
        }
    }

    private static boolean namesDatabases(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        PlainFile.check(path, SizeLimit.STREAM);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return hasLineOfConnect(in);
        }
    }

    /** Without holding a line, which can be as long as the file. */
    private static boolean hasLineOfConnect(InputStream in) throws IOException {
        int matched = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                matched = 0;
            } else if (matched >= 0) {
                matched = b == CONNECT.charAt(matched) ? matched + 1 : -1;
            }
            if (matched == CONNECT.length()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Progress of(String database) {
        return new Progress() {
            @Override
            public void starting(Step step) {
                CatalogFinding finding = step.finding();
                finding.undo()
                        .filter(undo -> step.action() == Action.REMOVE || step.action() == Action.DISCARD)
                        .ifPresent(undo -> append(
                                database,
                                "-- " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", before removing oid "
                                        + finding.subject().oid() + ":\n" + undo + "\n"));
            }

            @Override
            public void done(Result result) {
                if (result.undo().isPresent()) {
                    append(database, "-- " + outcome(result) + "\n\n");
                }
            }
        };
    }

    private String outcome(Result result) {
        String which = severalDatabases ? " oid " + result.finding().subject().oid() : "";
        String advice = result.outcome() == Outcome.QUARANTINED ? " (only renamed: restore takes it back)" : "";
        return result.outcome().word() + which + advice;
    }

    private synchronized void append(String database, String text) {
        if (severalDatabases && !database.equals(connected)) {
            connected = database;
            append(connect(database) + text);
        } else {
            append(text);
        }
    }

    /** The line by which psql goes to a database; other names than plain ones only fit into a connection string. */
    static String connect(String database) {
        if (PLAIN_NAME.matcher(database).matches()) {
            return CONNECT + '"' + database + "\"\n";
        }
        String value = "'" + database.replace("\\", "\\\\").replace("'", "\\'") + "'";
        return CONNECT + "-reuse-previous=on \"dbname=" + value.replace("\"", "\"\"") + "\"\n";
    }

    private void append(String text) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        try {
            // a disk that is nearly full takes a part, and says nothing
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(
                    file.fileProblem("cannot be written: " + FileProblem.inWords(e) + "; no more types were removed")
                            .getMessage(),
                    e));
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

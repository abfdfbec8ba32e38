package io.github.cleanstaletypes.internal.cli.undo;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.cli.option.UsageException;
import io.github.cleanstaletypes.internal.file.FileProblem;
import io.github.cleanstaletypes.internal.file.PlainFile;
import io.github.cleanstaletypes.internal.text.Harmless;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Appends the statements that recreate types, and makes sure that they are on disk before the first of them is removed: what cannot be
 * written ends the run by an {@link UncheckedIOException}. Can be shared between threads; another process may append to it as well.
 */
public final class UndoFile implements Undo {

    private final Value file;
    private final Path path;
    private final FileChannel channel;
    private boolean severalDatabases;
    private long expectedSize;

    /** Whether something was written that may not be on disk. */
    private boolean behind;

    private UndoFile(Value file, Path path, FileChannel channel, boolean severalDatabases) throws IOException {
        this.file = file;
        this.path = path;
        this.channel = channel;
        this.severalDatabases = severalDatabases;
        this.expectedSize = channel.size();
    }

    /**
     * Opens it for more.
     *
     * @param severalDatabases whether each statement must say its database; it must, too, if earlier ones do
     * @throws UsageException if the file cannot be written, or ends in the middle of a statement
     */
    public static UndoFile open(Value file, boolean severalDatabases) {
        try {
            Path path = Path.of(file.text());
            PlainFile.checkForWriting(path);
            boolean there = Files.exists(path);
            UndoFile opened = on(
                    file,
                    path,
                    FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    severalDatabases);
            if (!there) {
                ParentDirectory.sync(path);
            }
            return opened;
        } catch (IOException e) {
            throw file.fileProblem("cannot be written: " + FileProblem.inWords(e));
        } catch (InvalidPathException e) {
            throw file.fileProblem("cannot be written: " + FileProblem.inWords(e));
        }
    }

    /** Likewise, with a channel that somebody else has opened. */
    static UndoFile on(Value file, Path path, FileChannel channel, boolean severalDatabases) throws IOException {
        UndoScript.State state = UndoScript.State.of(path);
        if (!state.whole()) {
            channel.close();
            throw file.fileProblem(
                    "ends in the middle of a transaction, since a run was interrupted while it wrote it; nothing was"
                            + " removed by that. Cut it off after its last \\endif line, or give another file");
        }
        return new UndoFile(file, path, channel, severalDatabases || state.databases());
    }

    @Override
    public Progress of(String database) {
        return new UndoKeeper(this, database);
    }

    /**
     * Appends sections, and makes sure that they are on disk; each says its database where that is needed, since another process may have
     * written before it.
     */
    synchronized void append(String database, List<String> sections) {
        try {
            lookAtWhatOthersWrote();
            StringBuilder text = new StringBuilder(channel.size() == 0 ? UndoScript.HEAD : "");
            for (String section : sections) {
                text.append(severalDatabases ? connect(database) : "").append(section);
            }
            write(text.toString(), true);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Appends what became of a section's object: on disk with the next one.
     *
     * @param alone whether it stands behind its section
     */
    synchronized void append(Result result, boolean alone) {
        try {
            boolean plain = alone && !severalDatabases;
            write(
                    "-- " + result.outcome().word()
                            + (plain ? "" : " oid " + result.finding().subject().oid())
                            + (result.outcome() == Outcome.QUARANTINED ? " (only renamed: restore takes it back)" : "")
                            + (alone ? "\n\n" : "\n"),
                    false);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void lookAtWhatOthersWrote() throws IOException {
        if (channel.size() == expectedSize) {
            return;
        }
        expectedSize = channel.size();
        UndoScript.State state = UndoScript.State.of(path);
        if (!state.whole()) {
            throw new IOException("another run was interrupted while it wrote it");
        }
        severalDatabases |= state.databases();
    }

    private String connect(String database) throws IOException {
        return UndoScript.connect(database)
                .orElseThrow(() -> new IOException("psql cannot be told to connect to the database '"
                        + Harmless.line(database)
                        + "', whose name holds control characters; clean it alone, with an undo file of its own"));
    }

    private void write(String text, boolean synced) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        long before = channel.size();
        try {
            // a disk that is nearly full takes a part, and says nothing
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (synced) {
                channel.force(true);
            }
            behind = !synced;
        } catch (IOException e) {
            takeBack(before, bytes.position(), e);
            throw e;
        }
        expectedSize += bytes.limit();
    }

    /** A part of a transaction at the end would spoil what is appended later, unless somebody else has done that already. */
    private void takeBack(long before, int written, IOException cause) {
        try {
            if (written > 0 && channel.size() == before + written) {
                channel.truncate(before);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private UncheckedIOException failed(IOException e) {
        String why = file.fileProblem("cannot be written: " + FileProblem.inWords(e) + "; no more types were removed")
                .getMessage();
        return new UncheckedIOException(new IOException(why, e));
    }

    @Override
    public void close() {
        try (channel) {
            if (behind) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

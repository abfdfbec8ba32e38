package io.github.cleanstaletypes.cli;

import io.github.cleanstaletypes.apply.Outcome;
import io.github.cleanstaletypes.apply.Progress;
import io.github.cleanstaletypes.apply.Result;
import io.github.cleanstaletypes.cli.OptionValues.Value;
import io.github.cleanstaletypes.finding.Finding;
import io.github.cleanstaletypes.plan.Action;
import io.github.cleanstaletypes.plan.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Appends the statements that recreate a type, and makes sure that they are on disk before the type is removed: what cannot be
 * written ends the run by an {@link UncheckedIOException}.
 */
final class UndoFile implements Progress, AutoCloseable {

    private final Value file;
    private final FileChannel channel;

    private UndoFile(Value file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws UsageException if the file cannot be written */
    static UndoFile open(Value file) {
        try {
            return new UndoFile(
                    file, FileChannel.open(Path.of(file.text()), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw file.problem("cannot be written: " + FileProblem.inWords(e));
        } catch (InvalidPathException e) {
            throw file.problem("cannot be written: " + FileProblem.inWords(e));
        }
    }

    @Override
    public void starting(Step step) {
        Finding finding = step.finding();
        finding.undo()
                .filter(undo -> step.action() == Action.REMOVE || step.action() == Action.DISCARD)
                .ifPresent(undo -> append("-- " + Instant.now().truncatedTo(ChronoUnit.SECONDS)
                        + ", before removing oid " + finding.subject().oid() + ":\n" + undo + "\n"));
    }

    @Override
    public void done(Result result) {
        if (result.finding().undo().isPresent()) {
            String advice = result.outcome() == Outcome.QUARANTINED ? " (only renamed: restore takes it back)" : "";
            append("-- " + result.outcome().word() + advice + "\n\n");
        }
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
                    file.problem("cannot be written: " + FileProblem.inWords(e) + "; no more types were removed")
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

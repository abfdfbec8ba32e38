package io.github.cleanstaletypes.cli;

import io.github.cleanstaletypes.apply.Progress;
import io.github.cleanstaletypes.apply.Result;
import io.github.cleanstaletypes.finding.Finding;
import io.github.cleanstaletypes.plan.Action;
import io.github.cleanstaletypes.plan.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Appends the statements that recreate a type, and makes sure that they are on disk before the type is removed. */
final class UndoFile implements Progress, AutoCloseable {

    private final @Nullable FileChannel channel;

    private UndoFile(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens the file, or, if it is null, keeps nothing.
     *
     * @throws UsageException if the file cannot be written
     */
    static UndoFile open(@Nullable Path file) {
        if (file == null) {
            return new UndoFile(null);
        }
        try {
            return new UndoFile(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UsageException("--undo-file: '" + file + "' cannot be written: "
                    + e.getClass().getSimpleName().replace("Exception", ""));
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
            append("-- " + result.outcome().word() + "\n\n");
        }
    }

    private void append(String text) {
        if (channel == null) {
            return;
        }
        try {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.cleanstaletypes.internal.cli.terminal;

import io.github.cleanstaletypes.internal.file.FileProblem;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Remembers why what was written did not arrive, which a {@link java.io.PrintStream} keeps to itself. */
public final class WatchedStream extends FilterOutputStream {

    private @Nullable IOException loss;

    public WatchedStream(OutputStream out) {
        super(out);
    }

    /** Why something was lost, or null; a reader that had read enough (head, grep -q) is no loss. */
    @Nullable
    public String loss() {
        return loss == null || "Broken pipe".equals(loss.getMessage()) ? null : FileProblem.inWords(loss);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            loss = e;
            throw e;
        }
    }
}

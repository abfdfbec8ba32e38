package io.github.cleanstaletypes.internal.cli.undo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes sure that the name of a new file survives a power failure, as its content does. Stateless. */
final class ParentDirectory {

    private ParentDirectory() {}

    /** Syncs the directory of this file, on systems where a directory can be opened. */
    static void sync(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            return;
        }
        try (FileChannel directory = FileChannel.open(parent, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Windows opens no directory, and a directory may be writable but not readable; the file itself is synced
            // all the same
            return;
        }
    }
}

package io.github.cleanstaletypes.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What a path leads to, links followed. */
enum FileType {
    PLAIN("it is a plain file"),
    DIRECTORY("it is a directory"),
    /** {@code /dev/null}, by which people say that they want no file at all. */
    NULL("it is the null device"),
    CHARACTER_DEVICE("it is a device"),
    PIPE("it is a pipe"),
    OTHER("it is a socket or device");

    private static final Path NULL_DEVICE = Path.of("/dev/null");

    /** The bits of a Unix mode that say the type (POSIX, {@code sys/stat.h}). */
    private static final int TYPE_BITS = 0xF000;

    private static final int PIPE_BITS = 0x1000;
    private static final int CHARACTER_DEVICE_BITS = 0x2000;

    private final String words;

    FileType(String words) {
        this.words = words;
    }

    String inWords() {
        return words;
    }

    static FileType of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isRegularFile()) {
            return PLAIN;
        }
        if (attributes.isDirectory()) {
            return DIRECTORY;
        }
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return OTHER;
        }
        return switch ((int) Files.getAttribute(file, "unix:mode") & TYPE_BITS) {
            case PIPE_BITS -> PIPE;
            case CHARACTER_DEVICE_BITS ->
                Files.exists(NULL_DEVICE) && Files.isSameFile(file, NULL_DEVICE) ? NULL : CHARACTER_DEVICE;
            default -> OTHER;
        };
    }

    /** Whether the path is a stream that this process was started with: the shell has opened it already. */
    static boolean isInherited(Path file) {
        String path = file.toString();
        return path.startsWith("/dev/fd/") || path.startsWith("/dev/std") || path.startsWith("/proc/self/fd/");
    }
}

package io.github.cleanstaletypes.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads plain files up to a size. What a path leads to is looked at before it is opened, since opening a pipe or reading a device can take
 * for ever.
 */
public final class PlainFile {

    private PlainFile() {}

    /**
     * Reads the whole file.
     *
     * <p>One that says that it is empty is not opened: so do those of {@code /proc} that wait for the kernel to write.
     *
     * @throws UnusableFileException if it is no plain file, or larger than the limit
     */
    public static byte[] read(Path file, SizeLimit limit) throws IOException {
        if (sizeOf(file, limit) == 0) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(file)) {
            // it may have grown since
            byte[] bytes = in.readNBytes(Math.toIntExact(limit.bytes() + 1));
            if (bytes.length > limit.bytes()) {
                throw limit.exceeded();
            }
            return bytes;
        }
    }

    /**
     * Reads the whole file as UTF-8.
     *
     * @throws java.nio.charset.CharacterCodingException if it is none
     * @throws UnusableFileException if it is no plain file, or larger than the limit
     */
    public static String text(Path file, SizeLimit limit) throws IOException {
        byte[] bytes = read(file, limit);
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /**
     * Checks that somebody else, such as a driver, can read the file without harm.
     *
     * @throws UnusableFileException if it is no plain file, or larger than the limit
     */
    public static void check(Path file, SizeLimit limit) throws IOException {
        if (sizeOf(file, limit) > 0) {
            Files.newInputStream(file).close();
        }
    }

    /**
     * Checks that a file can be written to without waiting for a reader. One that does not exist can.
     *
     * @throws UnusableFileException if it is a directory, or a pipe that has a name
     */
    public static void checkForWriting(Path file) throws IOException {
        FileType type;
        try {
            type = FileType.of(file);
        } catch (NoSuchFileException e) {
            return;
        }
        boolean usable = switch (type) {
            case PLAIN, NULL, CHARACTER_DEVICE -> true;
            case PIPE -> FileType.isInherited(file);
            case DIRECTORY, OTHER -> false;
        };
        if (!usable) {
            throw new UnusableFileException(type.inWords());
        }
    }

    private static long sizeOf(Path file, SizeLimit limit) throws IOException {
        FileType type = FileType.of(file);
        if (type == FileType.NULL) {
            return 0;
        }
        if (type != FileType.PLAIN) {
            throw new UnusableFileException(type.inWords() + "; only plain files are read");
        }
        long size = Files.size(file);
        if (size > limit.bytes()) {
            throw limit.exceeded();
        }
        return size;
    }
}

package io.github.cleanstaletypes.internal.connect.setting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that holds the value of one variable, such as a secret mounted into a container. */
public final class SettingFile {

    /** Larger than any setting, and small enough to read a device by mistake. */
    public static final int MAX_BYTES = 64 * 1024;

    private SettingFile() {}

    /** Its text without the one line break that an editor leaves at the end. */
    static String read(String variable, String path) {
        String name = shown(variable, path);
        byte[] bytes = bytes(variable, name, path);
        if (bytes.length > MAX_BYTES) {
            throw problem(variable, name, "is larger than 64 KiB");
        }
        String text = withoutLineBreak(text(variable, name, bytes));
        if (text.isEmpty()) {
            throw problem(variable, name, "is empty");
        }
        return text;
    }

    private static byte[] bytes(String variable, String name, String path) {
        try {
            Path file = Path.of(path);
            if (Files.isDirectory(file)) {
                throw problem(variable, name, "is a directory");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(MAX_BYTES + 1);
            }
        } catch (NoSuchFileException e) {
            throw problem(variable, name, "does not exist");
        } catch (AccessDeniedException e) {
            throw problem(variable, name, "may not be read by this user");
        } catch (IOException | InvalidPathException e) {
            throw problem(variable, name, "cannot be read");
        }
    }

    private static String text(String variable, String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw problem(variable, name, "is not UTF-8 text");
        }
    }

    private static String withoutLineBreak(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    /** The path, unless someone may have written the secret itself where its file belongs. */
    private static String shown(String variable, String path) {
        boolean secret = Variables.mayBePassword(variable) || path.contains("://") || path.contains("@");
        return secret && !leadsSomewhere(path)
                ? "(the value is not shown, it may be the secret itself and not a path)"
                : path;
    }

    /** Whether the file is there, or could be: a secret names no directory, unless it begins with a slash. */
    private static boolean leadsSomewhere(String path) {
        try {
            Path file = Path.of(path);
            Path directory = file.getParent();
            return Files.exists(file)
                    || (directory != null && directory.getNameCount() > 0 && Files.isDirectory(directory));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static SettingsException problem(String variable, String name, String what) {
        return new SettingsException(variable + ": the file " + name + " " + what);
    }
}

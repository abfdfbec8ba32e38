package io.github.cleanstaletypes.internal.error.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One {@code .mo} file of gettext, in UTF-8: for each message its translation, and of one with a plural the first form. The format is
 * described in gettext's manual, "The Format of GNU MO Files".
 */
final class GettextCatalog {

    private static final int MAGIC = 0x950412de;

    private final Map<String, String> translations = new LinkedHashMap<>();

    private GettextCatalog(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt(0) != MAGIC) {
            bytes.order(ByteOrder.BIG_ENDIAN);
        }
        int count = bytes.getInt(8);
        for (int i = 0; i < count; i++) {
            translations.put(string(bytes, bytes.getInt(12) + 8 * i), string(bytes, bytes.getInt(16) + 8 * i));
        }
    }

    /** The catalog in this file, or one without any message if there is no such file. */
    static GettextCatalog in(Path file) {
        try {
            return new GettextCatalog(Files.exists(file) ? Files.readAllBytes(file) : new byte[20]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The translation of this message. */
    Optional<String> translation(String message) {
        return Optional.ofNullable(translations.get(message)).filter(text -> !text.isEmpty());
    }

    Map<String, String> translations() {
        return translations;
    }

    private static String string(ByteBuffer bytes, int descriptor) {
        int length = bytes.getInt(descriptor);
        int offset = bytes.getInt(descriptor + 4);
        byte[] text = Arrays.copyOfRange(bytes.array(), offset, offset + length);
        return new String(text, StandardCharsets.UTF_8).split("\0", 2)[0];
    }
}

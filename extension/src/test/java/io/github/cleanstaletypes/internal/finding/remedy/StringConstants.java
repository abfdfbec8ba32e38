package io.github.cleanstaletypes.internal.finding.remedy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts that a compiled class has: each is a literal, what several literals and constants are together, or the fixed parts of a
 * concatenation, with one character in the place of each value. The format of class files, chapter 4.4 of the Java Virtual Machine
 * Specification.
 */
final class StringConstants {

    private static final int UTF8 = 1;
    private static final int STRING = 8;
    private static final Map<Integer, Integer> LENGTHS = Map.ofEntries(
            Map.entry(3, 4),
            Map.entry(4, 4),
            Map.entry(5, 8),
            Map.entry(6, 8),
            Map.entry(7, 2),
            Map.entry(9, 4),
            Map.entry(10, 4),
            Map.entry(11, 4),
            Map.entry(12, 4),
            Map.entry(15, 3),
            Map.entry(16, 2),
            Map.entry(17, 4),
            Map.entry(18, 4),
            Map.entry(19, 2),
            Map.entry(20, 2));

    private StringConstants() {}

    static List<String> of(Path classFile) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(classFile)))) {
            in.skipNBytes(8);
            return constants(in, in.readUnsignedShort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> constants(DataInputStream in, int count) throws IOException {
        Map<Integer, String> texts = new HashMap<>();
        List<Integer> strings = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            if (tag == UTF8) {
                texts.put(i, in.readUTF());
            } else if (tag == STRING) {
                strings.add(in.readUnsignedShort());
            } else {
                int length = LENGTHS.get(tag);
                in.skipNBytes(length);
                // one of eight bytes counts as two
                i += length / 8;
            }
        }
        return strings.stream().map(texts::get).toList();
    }
}

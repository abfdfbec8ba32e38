package io.github.cleanstaletypes.internal.claim.migration;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The checksum that Flyway keeps of a script: a CRC-32 of its lines in UTF-8, without what ends them and without a byte order mark. */
final class Checksum {

    private Checksum() {}

    static int of(String text) {
        CRC32 crc = new CRC32();
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        content.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }
}

package io.github.cleanstaletypes.internal.catalog.history;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/** Knows the key of the advisory lock that a tool takes while it migrates. */
final class ToolLockKey {

    private static final long PRISMA = 72_707_369L;
    private static final long NODE_PG_MIGRATE = 7_241_865_325_823_964L;
    private static final long SQLX_FACTOR = 0x3d32ad9eL;
    private static final long GOLANG_MIGRATE_SALT = 1_486_364_155L;

    private ToolLockKey() {}

    /** The key; empty of a tool that takes no lock. */
    static OptionalLong of(String tool, String database, String schema, String table) {
        return switch (tool) {
            case "PRISMA" -> OptionalLong.of(PRISMA);
            case "NODE_PG_MIGRATE" -> OptionalLong.of(NODE_PG_MIGRATE);
            case "SQLX" -> OptionalLong.of(SQLX_FACTOR * crc(database));
            case "GOLANG_MIGRATE" ->
                OptionalLong.of((crc(schema + "\0" + table + "\0" + database) * GOLANG_MIGRATE_SALT) & 0xffff_ffffL);
            default -> OptionalLong.empty();
        };
    }

    private static long crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}

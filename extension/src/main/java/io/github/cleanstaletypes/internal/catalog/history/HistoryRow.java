package io.github.cleanstaletypes.internal.catalog.history;

import org.jspecify.annotations.Nullable;

/**
 * A row of Flyway's schema history, as it stands there.
 *
 * @param version the version, or null of a repeatable migration
 * @param description the description
 * @param type such as {@code SQL}, {@code BASELINE} or {@code UNDO_SQL}
 * @param script the script's path below its location
 * @param checksum what {@code checksum} holds, or null
 * @param success whether it succeeded
 */
public record HistoryRow(
        @Nullable String version,
        String description,
        String type,
        String script,
        @Nullable Integer checksum,
        boolean success) {}

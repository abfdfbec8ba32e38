package io.github.cleanstaletypes.internal.cli.json;

import io.github.cleanstaletypes.report.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * All that {@code explain} has to say. Immutable.
 *
 * @param version the version of this product
 * @param explanation the explanation, or null if nothing was recognised
 * @param exitCode what the process will exit with
 * @param error why the database was not looked at although it was to be, or why nothing could be read; or null
 */
public record ExplanationDocument(
        String version,
        @Nullable Explanation explanation,
        int exitCode,
        @Nullable String error) {}

/**
 * Takes a log apart: bytes to lines, lines to sources, lines and rows to fields. Nothing here knows PostgreSQL's messages.
 */
@NullMarked
package io.github.cleanstaletypes.internal.error.log;

import org.jspecify.annotations.NullMarked;

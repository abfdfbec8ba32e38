/**
 * Knows the messages by which PostgreSQL says that something exists already, or is in another session's hands, in every language that the
 * server speaks, and finds them in a line of text. Nothing here knows a database, a tool or a log's format.
 */
@NullMarked
package io.github.cleanstaletypes.internal.error.message;

import org.jspecify.annotations.NullMarked;

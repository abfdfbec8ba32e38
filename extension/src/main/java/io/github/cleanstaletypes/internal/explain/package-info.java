/**
 * From the error of a failed migration, or the text of its log, to its cause, the names that it claims, and the remedy. What the live
 * catalog has for those names is handed in; nothing here reaches a database.
 */
@NullMarked
package io.github.cleanstaletypes.internal.explain;

import org.jspecify.annotations.NullMarked;

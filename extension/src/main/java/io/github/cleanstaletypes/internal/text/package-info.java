/**
 * A report in words, for terminal and log; names from the database are made harmless.
 */
@NullMarked
package io.github.cleanstaletypes.internal.text;

import org.jspecify.annotations.NullMarked;

/** Reports as text and as JSON; names from the database are made harmless in both. */
@NullMarked
package io.github.cleanstaletypes.internal.text;

import org.jspecify.annotations.NullMarked;

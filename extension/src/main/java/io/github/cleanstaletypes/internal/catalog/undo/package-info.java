/** Makes of the statements that recreate a type a text that does no harm, whoever runs it where. */
@NullMarked
package io.github.cleanstaletypes.internal.catalog.undo;

import org.jspecify.annotations.NullMarked;

/** Where the statements that would recreate what is removed are written before it is. */
@NullMarked
package io.github.cleanstaletypes.internal.cli.undo;

import org.jspecify.annotations.NullMarked;

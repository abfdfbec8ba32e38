/** What {@code reset} prints, as text or as JSON. */
@NullMarked
package io.github.cleanstaletypes.internal.cli.reset;

import org.jspecify.annotations.NullMarked;

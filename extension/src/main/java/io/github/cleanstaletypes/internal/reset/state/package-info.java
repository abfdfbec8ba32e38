/** Which databases a reset sees, what their names mean, and what is to be done about them. */
@NullMarked
package io.github.cleanstaletypes.internal.reset.state;

import org.jspecify.annotations.NullMarked;

/** What a server's other inhabitants can do to a run: their locks, the rights that they gave or kept, bytes that are no text. */
@NullMarked
package io.github.cleanstaletypes.threats;

import org.jspecify.annotations.NullMarked;

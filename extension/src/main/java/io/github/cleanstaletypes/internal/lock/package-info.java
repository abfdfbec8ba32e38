/**
 * The advisory lock of a database: taking it, who holds it, and the token by which what a guard started is known.
 */
@NullMarked
package io.github.cleanstaletypes.internal.lock;

import org.jspecify.annotations.NullMarked;

/** Proves, before anything is changed, that the lock holds others off and that the command's environment reaches the server. */
@NullMarked
package io.github.cleanstaletypes.internal.guard.proof;

import org.jspecify.annotations.NullMarked;

/** Runs a command, or code of this JVM, under the lock: one migrator at a time in a database, and none that a dead guard has left behind. */
@NullMarked
package io.github.cleanstaletypes.internal.guard;

import org.jspecify.annotations.NullMarked;

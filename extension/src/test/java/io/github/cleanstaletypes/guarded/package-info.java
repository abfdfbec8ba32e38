/** Code of one JVM that runs under the lock: {@code MigrationGuard}, and test classes that have the lock for themselves. */
@NullMarked
package io.github.cleanstaletypes.guarded;

import org.jspecify.annotations.NullMarked;

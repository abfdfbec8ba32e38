/** Programs that migrate, each in a process of its own: Flyway, and scripts without it. */
@NullMarked
package io.github.cleanstaletypes.chaos.migrator;

import org.jspecify.annotations.NullMarked;

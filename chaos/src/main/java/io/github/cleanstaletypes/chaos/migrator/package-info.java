/** Real Flyway runs in processes of their own. */
@NullMarked
package io.github.cleanstaletypes.chaos.migrator;

import org.jspecify.annotations.NullMarked;

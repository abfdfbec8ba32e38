/**
 * Real PostgreSQL servers of several versions, for tests and for the demo; and what tests of several rooms do with a database, and say of what
 * they saw.
 */
@NullMarked
package io.github.cleanstaletypes.testing;

import org.jspecify.annotations.NullMarked;

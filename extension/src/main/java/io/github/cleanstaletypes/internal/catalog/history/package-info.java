/**
 * Reads tables of migration tools: which migrations have run, and who holds a tool's lock.
 */
@NullMarked
package io.github.cleanstaletypes.internal.catalog.history;

import org.jspecify.annotations.NullMarked;

/** Scenarios in which the trouble lies in the catalog: types that are stale, types that only look so, and damage. */
@NullMarked
package io.github.cleanstaletypes.chaos.scenario.catalog;

import org.jspecify.annotations.NullMarked;

/**
 * Tells what is wrong, by pure functions from a {@link io.github.cleanstaletypes.internal.catalog.CatalogSnapshot} and the claims to
 * {@link io.github.cleanstaletypes.internal.finding.CatalogFinding}s with evidence. No database is reached from here.
 */
@NullMarked
package io.github.cleanstaletypes.internal.finding;

import org.jspecify.annotations.NullMarked;

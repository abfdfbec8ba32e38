/**
 * What is wrong, told apart: pure functions from a {@link io.github.cleanstaletypes.catalog.CatalogSnapshot} and the claims to
 * {@link io.github.cleanstaletypes.finding.Finding}s with evidence. No database is reached from here.
 */
@NullMarked
package io.github.cleanstaletypes.finding;

import org.jspecify.annotations.NullMarked;

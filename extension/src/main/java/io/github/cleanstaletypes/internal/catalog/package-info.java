/**
 * Reads {@code pg_catalog} into an immutable {@link io.github.cleanstaletypes.internal.catalog.CatalogSnapshot}, and what other sessions do
 * into an {@link io.github.cleanstaletypes.internal.catalog.Activity}. Judges nothing, changes nothing. The statements are the {@code .sql}
 * resources beside this package; {@code :'x'} in them is a psql variable, so each can be pasted into psql.
 */
@NullMarked
package io.github.cleanstaletypes.internal.catalog;

import org.jspecify.annotations.NullMarked;

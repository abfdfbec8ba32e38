/**
 * URLs as people have them in {@code DATABASE_URL}: libpq's, JDBC's, and what other programs make of these two. What comes out are libpq's
 * parameters.
 */
@NullMarked
package io.github.cleanstaletypes.internal.connect.url;

import org.jspecify.annotations.NullMarked;

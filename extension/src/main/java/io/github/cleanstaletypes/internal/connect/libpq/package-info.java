/**
 * The files that libpq reads: passwords and services.
 */
@NullMarked
package io.github.cleanstaletypes.internal.connect.libpq;

import org.jspecify.annotations.NullMarked;

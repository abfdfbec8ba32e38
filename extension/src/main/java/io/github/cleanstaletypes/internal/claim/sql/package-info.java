/**
 * What statements do to names: reads SQL as psql does, by its tokens; never by connecting.
 */
@NullMarked
package io.github.cleanstaletypes.internal.claim.sql;

import org.jspecify.annotations.NullMarked;

/**
 * Which migrations are pending, and so which names they will create.
 */
@NullMarked
package io.github.cleanstaletypes.internal.claim.migration;

import org.jspecify.annotations.NullMarked;

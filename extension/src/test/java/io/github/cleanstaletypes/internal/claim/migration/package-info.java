/** Reading of migrations. */
@NullMarked
package io.github.cleanstaletypes.internal.claim.migration;

import org.jspecify.annotations.NullMarked;

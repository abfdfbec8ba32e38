/** Reading of migrations. */
@NullMarked
package io.github.cleanstaletypes.claim.migration;

import org.jspecify.annotations.NullMarked;

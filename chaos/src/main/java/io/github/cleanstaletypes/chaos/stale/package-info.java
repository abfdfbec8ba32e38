/** Types that really are stale, and types that only look so. */
@NullMarked
package io.github.cleanstaletypes.chaos.stale;

import org.jspecify.annotations.NullMarked;

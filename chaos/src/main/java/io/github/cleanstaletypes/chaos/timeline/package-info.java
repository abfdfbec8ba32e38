/** What happened when, to be drawn. */
@NullMarked
package io.github.cleanstaletypes.chaos.timeline;

import org.jspecify.annotations.NullMarked;

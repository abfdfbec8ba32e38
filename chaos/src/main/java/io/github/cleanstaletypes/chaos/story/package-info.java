/** What a scenario is, and how one is played. */
@NullMarked
package io.github.cleanstaletypes.chaos.story;

import org.jspecify.annotations.NullMarked;

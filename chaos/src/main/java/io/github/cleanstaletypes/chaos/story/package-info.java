/** The demo: a story in acts, and how it is told. */
@NullMarked
package io.github.cleanstaletypes.chaos.story;

import org.jspecify.annotations.NullMarked;

/** What is left when a cleaner is killed half-way, and what the next one makes of it. */
@NullMarked
package io.github.cleanstaletypes.recovery;

import org.jspecify.annotations.NullMarked;

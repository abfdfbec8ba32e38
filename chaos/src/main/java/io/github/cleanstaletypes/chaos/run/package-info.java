/** The engine: plays scenarios, and the acts of the story, on servers, and judges what became of them. */
@NullMarked
package io.github.cleanstaletypes.chaos.run;

import org.jspecify.annotations.NullMarked;

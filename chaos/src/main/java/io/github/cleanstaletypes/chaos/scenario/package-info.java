/** What a scenario is, the timeline of a run, and the pieces that faults are made of. */
@NullMarked
package io.github.cleanstaletypes.chaos.scenario;

import org.jspecify.annotations.NullMarked;

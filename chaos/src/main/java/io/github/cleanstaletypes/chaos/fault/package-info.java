/** The frame's pieces that faults are made of. */
@NullMarked
package io.github.cleanstaletypes.chaos.fault;

import org.jspecify.annotations.NullMarked;

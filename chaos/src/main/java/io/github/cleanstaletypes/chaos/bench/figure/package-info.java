/** Numbers that have targets, what they are judged to be, and what a whole bench has come to. */
@NullMarked
package io.github.cleanstaletypes.chaos.bench.figure;

import org.jspecify.annotations.NullMarked;

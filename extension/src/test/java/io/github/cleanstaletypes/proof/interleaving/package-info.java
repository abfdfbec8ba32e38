/**
 * Plays every order in which the steps of a removal and those of another session can follow each other.
 *
 * <p>A step of ours is a round trip of the real product, which is stopped before each of them; a step of the other session is a statement. A
 * step that waits for a lock of the other side is left waiting, and the other side goes on.
 */
@NullMarked
package io.github.cleanstaletypes.proof.interleaving;

import org.jspecify.annotations.NullMarked;

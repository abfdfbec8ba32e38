/**
 * Proofs that count: what could happen is enumerated, each case is played, and the build prints so many of so many.
 *
 * <p>A class here is named {@code …Proof} and runs with the profile {@code proof}: a sample that a seed chooses, and with the profile
 * {@code long} too all of it. Each leaves its number behind as a {@link io.github.cleanstaletypes.proof.Score}.
 */
@NullMarked
package io.github.cleanstaletypes.proof;

import org.jspecify.annotations.NullMarked;

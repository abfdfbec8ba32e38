package io.github.cleanstaletypes.proof.interleaving;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an interleaving.
 *
 * @param trips our round trips
 * @param fault what is wrong after it, with all of its steps; null if nothing is
 */
record PlayVerdict(List<String> trips, @Nullable String fault) {}

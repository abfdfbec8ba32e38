/** Reads what the proofs by counting of the extension have left behind. */
@NullMarked
package io.github.cleanstaletypes.chaos.report.proof;

import org.jspecify.annotations.NullMarked;

/** The ledger: what the suite's servers have been sent by this program is compared with what is listed. */
@NullMarked
package io.github.cleanstaletypes.proof.ledger;

import org.jspecify.annotations.NullMarked;

package io.github.cleanstaletypes.internal.guard.proof;

import io.github.cleanstaletypes.internal.sql.OneLine;
import io.github.cleanstaletypes.internal.sql.OtherProduct;
import java.util.Optional;

/** Says who pretends to lock, as far as {@code version()} tells it. Stateless. */
final class Impostor {

    private static final int LONGEST = 60;

    private Impostor() {}

    static String inWords(String version) {
        Optional<OtherProduct> product = OtherProduct.of(version);
        if (product.isPresent()) {
            switch (product.get()) {
                case COCKROACHDB -> {
                    return "this is CockroachDB, whose functions for advisory locks only say that they lock";
                }
                case YUGABYTEDB -> {
                    return "this is YugabyteDB, where advisory locks are not there or are switched off";
                }
                default -> {}
            }
        }
        return "the server (it calls itself " + shortened(version)
                + ") or a pooler in front of it only pretends to lock";
    }

    private static String shortened(String version) {
        String line = OneLine.of(version);
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}

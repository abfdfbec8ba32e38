package io.github.cleanstaletypes.internal.guard.proof;

import io.github.cleanstaletypes.internal.sql.OneLine;
import java.util.Arrays;

/** Who pretends to lock, as far as {@code version()} tells it. */
enum Impostor {
    COCKROACHDB("CockroachDB", "this is CockroachDB, whose functions for advisory locks only say that they lock"),
    YUGABYTEDB("-YB-", "this is YugabyteDB, where advisory locks are not there or are switched off");

    private static final int LONGEST = 60;

    private final String mark;
    private final String words;

    Impostor(String mark, String words) {
        this.mark = mark;
        this.words = words;
    }

    /** Says who it is, or who it may be. */
    static String inWords(String version) {
        return Arrays.stream(values())
                .filter(one -> version.contains(one.mark))
                .map(one -> one.words)
                .findFirst()
                .orElseGet(() -> "the server (it calls itself " + shortened(version)
                        + ") or a pooler in front of it only pretends to lock");
    }

    private static String shortened(String version) {
        String line = OneLine.of(version);
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}

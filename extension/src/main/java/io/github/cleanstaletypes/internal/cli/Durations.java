package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.OptionValues.Value;
import io.github.cleanstaletypes.internal.connect.WaitTime;
import java.time.Duration;

/** The times of options. */
final class Durations {

    private Durations() {}

    static Duration parse(Value value) {
        return WaitTime.parse(value.text())
                .orElseThrow(() -> value.problem("is not a time; write 30s, 5m, 500ms or 0"));
    }

    static String inWords(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}

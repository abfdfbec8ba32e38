package io.github.cleanstaletypes.internal.cli.option;

import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.connect.WaitTime;
import java.time.Duration;

/** The times of options. */
public final class Durations {

    private Durations() {}

    static Duration parse(Value value) {
        return WaitTime.parse(value.text())
                .orElseThrow(() -> value.problem("is not a time; write 30s, 5m, 500ms or 0"));
    }

    public static String inWords(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}

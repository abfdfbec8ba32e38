package io.github.cleanstaletypes.internal.guard.proof;

import io.github.cleanstaletypes.internal.guard.command.CommandEnvironment;
import java.util.ArrayList;
import java.util.List;

/** Says what of the command's environment is left out, why, and what comes of that. Stateless. */
final class LeftOut {

    private static final String UNNAMED =
            "its sessions cannot be told from others, so the next guard waits for what they are creating, and ends none";

    private static final String UNWATCHED =
            "the server looks less often whether the command is still there (client_connection_check_interval)";

    private LeftOut() {}

    /** A line for each variable. */
    static List<String> of(CommandEnvironment wanted, SecondSession second, CommandEnvironment reaching) {
        CommandEnvironment begun = second.begun();
        List<String> lines = new ArrayList<>();
        if (wanted.named() && !reaching.named()) {
            lines.add(line("PGAPPNAME", begun.named(), second, UNNAMED));
        }
        if (wanted.optioned() && !reaching.optioned()) {
            lines.add(line(
                    "PGOPTIONS",
                    begun.optioned(),
                    second,
                    wanted.lockTimeout() == null
                            ? UNWATCHED
                            : UNWATCHED + "; --command-lock-timeout does not reach it"));
        }
        return lines;
    }

    private static String line(String variable, boolean begun, SecondSession second, String consequence) {
        return "the command gets nothing of guard's in " + variable + ", since the way to the server "
                + (begun ? "drops it" : "refuses it: " + second.refusal()) + "; " + consequence;
    }
}

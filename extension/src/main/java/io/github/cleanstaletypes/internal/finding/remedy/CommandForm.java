package io.github.cleanstaletypes.internal.finding.remedy;

import io.github.cleanstaletypes.internal.finding.remedy.CallChain.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes calls as a command and its options. Stateless. */
final class CommandForm {

    private CommandForm() {}

    static String of(CallChain chain) {
        String command = "";
        List<String> words = new ArrayList<>();
        for (Call call : chain.calls()) {
            switch (call.name()) {
                case "claiming" ->
                    words.add(call.texts().stream()
                            .map(name -> "--type " + shellWord(name))
                            .collect(Collectors.joining(" ")));
                case "claimingPending" -> words.add("--migrations DIR");
                case "claimingAllUnused" -> words.add("--all-unused");
                case "strictly" -> words.add("--strict");
                case "freeingLocks" -> words.add("--free-locks");
                case "waitingForCreators" -> words.add("--creators-wait " + call.seconds());
                default -> command = call.name();
            }
        }
        words.add(0, command);
        return String.join(" ", words).strip();
    }

    private static String shellWord(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

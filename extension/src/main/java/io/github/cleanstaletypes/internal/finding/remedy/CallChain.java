package io.github.cleanstaletypes.internal.finding.remedy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls of {@code StaleTypes} on one object that stand in a text one behind the other; or one of them alone, as a part of a run.
 *
 * @param text the calls as they stand there
 * @param calls each of them
 */
record CallChain(String text, List<Call> calls) {

    /**
     * One call.
     *
     * @param name the method's name
     * @param argument what stands between its parentheses
     */
    record Call(String name, String argument) {

        /** The texts that the literals of the argument mean. */
        List<String> texts() {
            return Pattern.compile(LITERAL)
                    .matcher(argument)
                    .results()
                    .map(literal -> argument.substring(literal.start() + 1, literal.end() - 1))
                    .map(literal -> literal.replaceAll("\\\\([\"\\\\])", "$1"))
                    .toList();
        }

        /** The argument, which is a duration, as people write one. */
        String seconds() {
            return argument.replaceAll("\\D", "") + "s";
        }
    }

    static final String BEGINNING = "StaleTypes.in(dataSource).";

    private static final String WAITING = "waitingForCreators(";
    private static final String LITERAL = "\"(?:[^\"\\\\]++|\\\\.)*+\"";
    private static final String DURATION = "Duration\\.ofSeconds\\(\\d+\\)";

    private static final Pattern CALL =
            Pattern.compile("(claiming|claimingPending|claimingAllUnused|strictly|freeingLocks|waitingForCreators|check"
                    + "|clean|restore)\\((" + LITERAL + "(?:, " + LITERAL + ")*+|" + DURATION + "|directory|)\\)");

    /** Without its beginning only what cannot be the name of a function of somebody's database. */
    private static final Pattern CHAIN =
            Pattern.compile(Pattern.quote(BEGINNING) + CALL + "(?:\\." + CALL + ")*+|(?<![\\w.\"])(?:"
                    + Pattern.quote(WAITING) + DURATION + "\\)|" + Pattern.quote(Calls.ALL_UNUSED) + ")");

    CallChain {
        calls = List.copyOf(calls);
    }

    /** The text with other words in the place of each chain. */
    static String replacedIn(String text, Function<CallChain, String> words) {
        // most texts of a report that may have ten thousand findings hold none
        if (!text.contains(BEGINNING) && !text.contains(WAITING) && !text.contains(Calls.ALL_UNUSED)) {
            return text;
        }
        return CHAIN.matcher(text).replaceAll(chain -> Matcher.quoteReplacement(words.apply(of(chain.group()))));
    }

    private static CallChain of(String text) {
        return new CallChain(
                text,
                CALL.matcher(text)
                        .results()
                        .map(call -> new Call(call.group(1), call.group(2)))
                        .toList());
    }

    /** The call of this method, if it is one of them. */
    Optional<Call> call(String name) {
        return calls.stream().filter(call -> call.name().equals(name)).findFirst();
    }

    /** The call with which it begins. */
    Call first() {
        return calls.get(0);
    }

    /** Whether it is claiming and this, and nothing else. */
    boolean claims(String andThen) {
        return calls.size() == 2
                && first().name().equals("claiming")
                && calls.get(1).name().equals(andThen);
    }
}

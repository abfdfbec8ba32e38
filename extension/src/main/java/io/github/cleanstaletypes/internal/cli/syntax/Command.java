package io.github.cleanstaletypes.internal.cli.syntax;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The commands, in the order of the help. What else the help of each says is a file of its name beside {@link HelpText}. */
public enum Command {
    CHECK(Operands.NONE),
    CLEAN(Operands.NONE),
    GUARD(Operands.COMMAND),
    WAIT(Operands.NONE),
    RESTORE(Operands.NONE),
    RESET(Operands.FOLLOWING_COMMAND),
    EXPLAIN(Operands.FILE),
    HELP(Operands.OTHER_COMMAND),
    GENERATE_COMPLETION(Operands.SHELL);

    /** How the program is called in what it says. */
    public static final String PROGRAM = "clean-stale-types";

    private final String word;
    private final Operands operands;

    Command(Operands operands) {
        this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.operands = operands;
    }

    /** The command of this word, or null if there is none. */
    public static @Nullable Command of(String word) {
        for (Command command : values()) {
            if (command.word.equals(word)) {
                return command;
            }
        }
        return null;
    }

    /** The word that stands on the command line. */
    public String word() {
        return word;
    }

    Operands operands() {
        return operands;
    }
}

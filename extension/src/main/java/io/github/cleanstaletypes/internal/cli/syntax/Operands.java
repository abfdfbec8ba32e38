package io.github.cleanstaletypes.internal.cli.syntax;

/** What may stand on the command line beside a command and its options. */
enum Operands {
    NONE("", "", 0, 0, ""),
    /** From the first one on all words are another program's. */
    COMMAND("CMD...", "CMD", 1, Integer.MAX_VALUE, "The program and its arguments, best after --."),
    /** The same, but there may be none. */
    FOLLOWING_COMMAND(
            "[CMD...]",
            "CMD",
            0,
            Integer.MAX_VALUE,
            "The program that migrates the new database, and its arguments, best after --."),
    FILE(
            "[FILE]",
            "FILE",
            0,
            1,
            "What the migration printed: a plain file of at most 1 GiB, or a pipe that somebody writes into. Without it, or"
                    + " with -, standard input is read, to its end."),
    OTHER_COMMAND("[COMMAND]", "COMMAND", 0, 1, "The command whose help is shown; without it, that of the program."),
    SHELL(
            "[SHELL]",
            "SHELL",
            0,
            1,
            "bash or zsh. Without it: a script that both can read, zsh without the words about each option.");

    private final String synopsis;
    private final String label;
    private final int least;
    private final int most;
    private final String description;

    Operands(String synopsis, String label, int least, int most, String description) {
        this.synopsis = synopsis;
        this.label = label;
        this.least = least;
        this.most = most;
        this.description = description;
    }

    String synopsis() {
        return synopsis;
    }

    String label() {
        return label;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    String description() {
        return description;
    }

    /** Whether an option may no longer stand behind the first of them. */
    boolean takeTheRest() {
        return this == COMMAND || this == FOLLOWING_COMMAND;
    }
}

package io.github.cleanstaletypes.internal.cli.syntax;

import org.jspecify.annotations.Nullable;

/** The arguments cannot be understood. It has no message: what was written may be a password. */
public final class WrongArgumentException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** A word or an option that is not known there. */
        UNKNOWN,
        WITHOUT_VALUE,
        WITH_VALUE,
        TWICE,
        WITHOUT_OPERAND
    }

    private final Kind kind;
    private final @Nullable Command command;
    private final @Nullable Option option;
    private final String argument;

    private WrongArgumentException(Kind kind, @Nullable Command command, @Nullable Option option, String argument) {
        super(null, null, false, false);
        this.kind = kind;
        this.command = command;
        this.option = option;
        this.argument = argument;
    }

    static WrongArgumentException of(Kind kind, @Nullable Command command, Option option) {
        return new WrongArgumentException(kind, command, option, option.text());
    }

    /** The command lacks what it works on. */
    static WrongArgumentException withoutOperand(Command command) {
        return new WrongArgumentException(
                Kind.WITHOUT_OPERAND, command, null, command.operands().label());
    }

    /**
     * A word or an option that nobody knows there.
     *
     * @param argument as it was written
     */
    public static WrongArgumentException unknown(@Nullable Command command, String argument) {
        return new WrongArgumentException(Kind.UNKNOWN, command, null, argument);
    }

    public Kind kind() {
        return kind;
    }

    /** The command whose argument it is; null before any command. */
    public @Nullable Command command() {
        return command;
    }

    /** The option that is wrong; null if it is none that is known. */
    public @Nullable Option option() {
        return option;
    }

    /** What is unknown as it was written; else the name of what is wrong. */
    public String argument() {
        return argument;
    }
}

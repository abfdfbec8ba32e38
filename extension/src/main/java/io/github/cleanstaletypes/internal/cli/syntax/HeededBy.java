package io.github.cleanstaletypes.internal.cli.syntax;

import java.util.EnumSet;
import java.util.Set;

/** The commands that heed an option: one name for each set that several options share. Nobody changes them. */
final class HeededBy {

    static final Set<Command> EVERY = EnumSet.allOf(Command.class);
    static final Set<Command> EVERY_BUT_HELP = EnumSet.complementOf(EnumSet.of(Command.HELP));
    static final Set<Command> CONNECTING = EnumSet.of(
            Command.CHECK, Command.CLEAN, Command.GUARD, Command.WAIT, Command.RESTORE, Command.RESET, Command.EXPLAIN);
    static final Set<Command> CLAIMING = EnumSet.of(Command.CHECK, Command.CLEAN, Command.GUARD, Command.RESTORE);
    static final Set<Command> READING_MIGRATIONS =
            EnumSet.of(Command.CHECK, Command.CLEAN, Command.GUARD, Command.WAIT, Command.EXPLAIN);
    static final Set<Command> JUDGING = EnumSet.of(Command.CHECK, Command.CLEAN, Command.GUARD);
    static final Set<Command> IN_EVERY_DATABASE = EnumSet.of(Command.CHECK, Command.CLEAN, Command.RESTORE);
    static final Set<Command> REMOVING = EnumSet.of(Command.CLEAN, Command.GUARD);
    static final Set<Command> CHANGING = EnumSet.of(Command.CLEAN, Command.GUARD, Command.RESTORE, Command.RESET);
    static final Set<Command> REPORTING =
            EnumSet.of(Command.CHECK, Command.CLEAN, Command.WAIT, Command.RESTORE, Command.RESET, Command.EXPLAIN);
    static final Set<Command> TELLING =
            EnumSet.of(Command.CHECK, Command.CLEAN, Command.GUARD, Command.WAIT, Command.RESTORE, Command.RESET);
    static final Set<Command> GUARD = EnumSet.of(Command.GUARD);
    static final Set<Command> RESET = EnumSet.of(Command.RESET);

    private HeededBy() {}
}

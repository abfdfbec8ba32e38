package io.github.cleanstaletypes.internal.finding.remedy;

/** Says what has no call of the library, in the words of each reader; texts hold those of the library. */
public enum Phrase {
    /** One migrator after the other. */
    GUARD(
            "MigrationGuard.in(dataSource) around each",
            "guard -- COMMAND",
            "@CleanStaleTypes(exclusive = true) on each class",
            "MigrationGuard.in(dataSource) around each"),
    /** Where all that a run did not look at is told. */
    ALL_NOT_LOOKED_AT("CleanupReport.notLookedAt() tells them", "-v tells them"),
    /** Where statements are as they have to be run, if a log cannot show them so. */
    UNDO_AS_IT_IS(
            "The undo of the result, in the CleanupReport, has them as they are.",
            "The JSON and the file of --undo-file have them as they are.",
            "A CleanupReport, which a test can have as a parameter, has them as they are.",
            "Put each of them in the place of its number.");

    private final String library;
    private final String commandLine;
    private final String junit;
    private final String flyway;

    Phrase(String library, String commandLine) {
        this(library, commandLine, library, library);
    }

    Phrase(String library, String commandLine, String junit, String flyway) {
        this.library = library;
        this.commandLine = commandLine;
        this.junit = junit;
        this.flyway = flyway;
    }

    /** The words that stand in a text until {@link Audience} has it. */
    public String words() {
        return library;
    }

    String of(Audience reader) {
        return switch (reader) {
            case COMMAND_LINE -> commandLine;
            case JUNIT -> junit;
            case FLYWAY -> flyway;
            case LIBRARY -> library;
        };
    }
}

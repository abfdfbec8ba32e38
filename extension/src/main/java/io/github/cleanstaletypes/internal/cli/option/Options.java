package io.github.cleanstaletypes.internal.cli.option;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The options as they were written, the same before and after the command. Null where nothing was written. Each names the commands that heed
 * it.
 */
@SuppressWarnings("NullAway.Init")
public class Options {

    @Nullable
    List<String> types;

    @Nullable
    List<String> schemas;

    @Nullable
    List<String> rollbackPrepared;

    @HeededBy({"check", "clean", "guard", "wait", "restore", "explain", "reset"})
    @Option(
            names = "--database-url",
            order = 1,
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "postgresql://user@host:5432/database, or a jdbc:postgresql: URL. Without it: DATABASE_URL,"
                    + " PGSERVICE or PGHOST…, POSTGRES_HOST…, DB_HOST…; each also as …_FILE.")
    @Nullable
    String databaseUrl;

    @HeededBy({"check", "clean", "guard", "restore"})
    @Option(
            names = "--type",
            order = 2,
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description =
                    "A name that must be free: accounts_user, app.accounts_user, '\"My Type\"'. Repeatable, or with"
                            + " commas. STALE_TYPES is its short variable.")
    void addType(@Nullable List<String> written) {
        types = both(types, written);
    }

    @HeededBy({"check", "clean", "guard", "restore"})
    @Option(
            names = "--types-file",
            order = 3,
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Such names, one on a line; # begins a comment. A plain file of at most 4 MiB.")
    @Nullable
    String typesFile;

    @HeededBy({"check", "clean", "guard", "wait", "explain"})
    @Option(
            names = "--migrations",
            order = 4,
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Names that the pending migrations of this directory will create: of Flyway, Prisma,"
                    + " golang-migrate, dbmate, goose, sqlx, Supabase, node-pg-migrate or scripts of Alembic, by the tool's"
                    + " history; or plain .sql files, of whose tables only a type in their place is a finding.")
    @Nullable
    String migrations;

    @HeededBy({"check", "clean", "guard"})
    @Option(
            names = "--all-unused",
            order = 5,
            scope = ScopeType.INHERIT,
            description = "Every standalone type that nothing uses. Somebody may want one: look with --dry-run first.")
    @Nullable
    Boolean allUnused;

    @HeededBy({"check", "clean", "guard", "restore"})
    @Option(
            names = "--schema",
            order = 6,
            paramLabel = "GLOB",
            scope = ScopeType.INHERIT,
            description =
                    "Only schemas of this pattern (* and ?); a bare name then means these. Repeatable, or with commas."
                            + " Default: every user schema, and the search path for a bare name.")
    void addSchema(@Nullable List<String> written) {
        schemas = both(schemas, written);
    }

    @HeededBy({"check", "clean", "restore"})
    @Option(
            names = "--all-databases",
            order = 7,
            scope = ScopeType.INHERIT,
            description = "In every database of the server that takes connections, not only in the one that is named.")
    @Nullable
    Boolean allDatabases;

    @HeededBy({"check", "clean", "guard"})
    @Option(
            names = "--strict",
            order = 8,
            scope = ScopeType.INHERIT,
            description =
                    "Take names given by hand as seriously as those of a pending migration: a relation of that name, or"
                            + " a type in use, fails too, and so does what could not be judged.")
    @Nullable
    Boolean strict;

    @HeededBy({"clean", "guard"})
    @Option(
            names = "--probe",
            order = 9,
            scope = ScopeType.INHERIT,
            description =
                    "Let clean try of each claimed name whether a CREATE of it would succeed, and roll that back. Each try"
                            + " uses one transaction id up.")
    @Nullable
    Boolean probe;

    @HeededBy({"clean", "guard", "restore", "reset"})
    @Option(
            names = "--dry-run",
            order = 10,
            scope = ScopeType.INHERIT,
            description =
                    "Print what clean, restore or reset would do, and change nothing; guard then cleans nothing, and runs CMD.")
    @Nullable
    Boolean dryRun;

    @HeededBy({"clean", "guard"})
    @Option(
            names = "--rollback-prepared",
            order = 12,
            paramLabel = "GID",
            scope = ScopeType.INHERIT,
            description = "Roll back this prepared transaction if it has created something. Repeatable.")
    void addRollbackPrepared(@Nullable List<String> written) {
        rollbackPrepared = both(rollbackPrepared, written);
    }

    @HeededBy({"clean", "guard"})
    @Option(
            names = "--terminate-idle-after",
            order = 13,
            paramLabel = "TIME",
            scope = ScopeType.INHERIT,
            description =
                    "End sessions that hold a creation open and have been idle in transaction for longer than this, at"
                            + " least 1s. Default: none is ended.")
    @Nullable
    String terminateIdleAfter;

    @HeededBy({"clean", "guard"})
    @Option(
            names = "--free-locks",
            order = 13,
            scope = ScopeType.INHERIT,
            description =
                    "Free lock rows of Knex and Liquibase that a killed migration has left: if nobody else is connected, and"
                            + " nobody is 10 s later; and, by guard, what CMD has left itself.")
    @Nullable
    Boolean freeLocks;

    @HeededBy({"check", "clean", "guard", "wait", "restore", "explain", "reset"})
    @Option(
            names = "--wait",
            order = 14,
            paramLabel = "TIME",
            scope = ScopeType.INHERIT,
            description = "How long to wait until the database answers: 30s, 5m, 500ms, 0. Default: 30s, of explain 0.")
    @Nullable
    public String wait;

    @HeededBy({"clean", "guard", "restore", "reset"})
    @Option(
            names = "--lock-wait",
            order = 15,
            paramLabel = "TIME",
            scope = ScopeType.INHERIT,
            description =
                    "How long to wait for another clean, guard or reset of this database, which is named. Default: 5m.")
    @Nullable
    String lockWait;

    @HeededBy({"clean", "guard"})
    @Option(
            names = "--creators-wait",
            order = 16,
            paramLabel = "TIME",
            scope = ScopeType.INHERIT,
            description = "How long to wait for transactions that are creating something. Default: 10s.")
    @Nullable
    String creatorsWait;

    @HeededBy({"clean", "guard"})
    @Option(
            names = "--undo-file",
            order = 11,
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Append the statements that recreate a type to this file, before it is removed.")
    @Nullable
    String undoFile;

    @HeededBy({"check", "clean", "wait", "restore", "explain", "reset"})
    @Option(
            names = "--format",
            order = 17,
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "text or json. Default: text.")
    @Nullable
    public String format;

    @HeededBy({"check", "clean", "guard", "wait", "restore", "reset"})
    @Option(
            names = {"-q", "--quiet"},
            order = 18,
            scope = ScopeType.INHERIT,
            description = "Print only what needs attention.")
    @Nullable
    Boolean quiet;

    @HeededBy({"check", "clean", "guard", "wait", "restore", "reset"})
    @Option(
            names = {"-v", "--verbose"},
            order = 19,
            scope = ScopeType.INHERIT,
            description = "Print what is connected to, what is healthy, and what was not looked at.")
    @Nullable
    Boolean verbose;

    @HeededBy({"check", "clean", "guard", "wait", "restore", "reset"})
    @Option(
            names = "--no-color",
            order = 20,
            scope = ScopeType.INHERIT,
            description = "No colour, even on a terminal; NO_COLOR does the same.")
    @Nullable
    Boolean noColor;

    /** What stands before the command and what stands after it are read apart, and each would replace the other. */
    private static @Nullable List<String> both(@Nullable List<String> before, @Nullable List<String> after) {
        if (before == null || after == null) {
            return after == null ? before : List.copyOf(after);
        }
        return Stream.concat(before.stream(), after.stream()).distinct().toList();
    }
}

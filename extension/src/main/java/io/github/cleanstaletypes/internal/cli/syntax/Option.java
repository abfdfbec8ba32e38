package io.github.cleanstaletypes.internal.cli.syntax;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options, in the order of the help, each with the commands that heed it; the others neither show nor take it. */
public enum Option {
    HELP('h', "Show this help message and exit.", HeededBy.EVERY),
    VERSION('V', "Print version information and exit.", HeededBy.EVERY_BUT_HELP),
    DATABASE_URL(
            "URL",
            "postgresql://user@host:5432/database, or a jdbc:postgresql: URL. Without it: DATABASE_URL,"
                    + " PGSERVICE or PGHOST…, POSTGRES_HOST…, DB_HOST…; each also as …_FILE.",
            HeededBy.CONNECTING),
    TYPE(
            "NAME",
            "A name that must be free: accounts_user, app.accounts_user, '\"My Type\"'. Repeatable, or with"
                    + " commas. STALE_TYPES is its short variable.",
            HeededBy.CLAIMING),
    TYPES_FILE(
            "FILE", "Such names, one on a line; # begins a comment. A plain file of at most 4 MiB.", HeededBy.CLAIMING),
    MIGRATIONS(
            "DIR",
            "Names that the pending migrations of this directory will create: of Flyway, Prisma, golang-migrate,"
                    + " dbmate, goose, sqlx, Supabase, node-pg-migrate or scripts of Alembic, by the tool's history; or"
                    + " plain .sql files, of whose tables only a type in their place is a finding.",
            HeededBy.READING_MIGRATIONS),
    ALL_UNUSED(
            "Every standalone type that nothing uses. Somebody may want one: look with --dry-run first.",
            HeededBy.JUDGING),
    SCHEMA(
            "GLOB",
            "Only schemas of this pattern (* and ?); a bare name then means these. Repeatable, or with commas."
                    + " Default: every user schema, and the search path for a bare name.",
            HeededBy.CLAIMING),
    ALL_DATABASES(
            "In every database of the server that takes connections, not only in the one that is named.",
            HeededBy.IN_EVERY_DATABASE),
    STRICT(
            "Take names given by hand as seriously as those of a pending migration: a relation of that name, or"
                    + " a type in use, fails too, and so does what could not be judged.",
            HeededBy.JUDGING),
    PROBE(
            "Let clean try of each claimed name whether a CREATE of it would succeed, and roll that back. Each"
                    + " try uses one transaction id up.",
            HeededBy.REMOVING),
    DRY_RUN(
            "Print what clean, restore or reset would do, and change nothing; guard then cleans nothing, and runs CMD.",
            HeededBy.CHANGING),
    UNDO_FILE(
            "FILE",
            "Append the statements that recreate a type to this file, before it is removed.",
            HeededBy.REMOVING),
    ROLLBACK_PREPARED(
            "GID", "Roll back this prepared transaction if it has created something. Repeatable.", HeededBy.REMOVING),
    TERMINATE_IDLE_AFTER(
            "TIME",
            "End sessions that hold a creation open and have been idle in transaction for longer than this, at"
                    + " least 1s. Default: none is ended.",
            HeededBy.REMOVING),
    FREE_LOCKS(
            "Free lock rows of Knex and Liquibase that a killed migration has left: if nobody else is connected,"
                    + " and nobody is 10 s later; and, by guard, what CMD has left itself.",
            HeededBy.REMOVING),
    WAIT(
            "TIME",
            "How long to wait until the database answers: 30s, 5m, 500ms, 0. Default: 30s, of explain 0.",
            HeededBy.CONNECTING),
    LOCK_WAIT(
            "TIME",
            "How long to wait for another clean, guard or reset of this database, which is named. Default: 5m.",
            HeededBy.CHANGING),
    CREATORS_WAIT(
            "TIME", "How long to wait for transactions that are creating something. Default: 10s.", HeededBy.REMOVING),
    FORMAT("FORMAT", "text or json. Default: text.", HeededBy.REPORTING),
    QUIET('q', "Print only what needs attention.", HeededBy.TELLING),
    VERBOSE('v', "Print what is connected to, what is healthy, and what was not looked at.", HeededBy.TELLING),
    NO_COLOR("No colour, even on a terminal; NO_COLOR does the same.", HeededBy.TELLING),
    LOCK(
            "NAME",
            "What of the database CMD migrates, such as a tenant's schema: guards of different names run side by"
                    + " side, those of one name one after another. NAME is yours to choose. Without it CMD runs alone in"
                    + " its database.",
            HeededBy.GUARD),
    LOCK_URL(
            "URL",
            "The server itself, if the database is reached through a pooler such as PgBouncer: the lock is taken"
                    + " there.",
            HeededBy.GUARD),
    ON_LOCK_LOST(
            "WHAT",
            "stop: end CMD when the lock is lost (the server was restarted, the network cut). warn: let it go"
                    + " on. Default: stop.",
            HeededBy.GUARD),
    HEARTBEAT(
            "TIME",
            "From one look after the lock to the next; an answer that takes five times as long means that it is"
                    + " lost. Default: 2s.",
            HeededBy.GUARD),
    STOP_WAIT(
            "TIME",
            "How long CMD may take to end after TERM before it is killed, when the lock is lost. Default: 10s.",
            HeededBy.GUARD),
    COMMAND_LOCK_TIMEOUT(
            "TIME",
            "How long a statement of CMD may wait for a lock, so that the application does not wait behind it;"
                    + " CMD is then run again after a pause, up to 10 times. Set by PGOPTIONS, which JDBC and poolers do"
                    + " not take. Default: no limit.",
            HeededBy.GUARD),
    NO_CAPTURE(
            "Give CMD this program's own stderr, and the terminal; then its errors cannot be explained.",
            HeededBy.GUARD),
    RETRIES(
            "NUMBER",
            "How often CMD is run again after a failure that only two sessions at one moment bring about."
                    + " Default: 2.",
            HeededBy.GUARD),
    NO_HEAL(
            "Do not set aside an unused type that is in the way of CMD, and do not run CMD again for that.",
            HeededBy.GUARD),
    /** The default, for those who write defaults down; no help tells it. */
    HEAL("", HeededBy.GUARD),
    REPORT_FILE("FILE", "Write how it went, and why CMD failed, to this file in JSON.", HeededBy.GUARD),
    TERMINATION_LOG(
            "FILE",
            "Write why it failed to this file, the cause first, in at most 4 KB: /dev/termination-log of"
                    + " Kubernetes. After a success the file is empty.",
            HeededBy.GUARD),
    CONFIRM(
            "DATABASE",
            "The database's own name, which says that this one is meant. Nothing is done without it.",
            HeededBy.RESET),
    END_SESSIONS(
            "End the sessions that are connected. Without it they are named, and nothing is done.", HeededBy.RESET),
    UNDO("Give the database that was set aside last its name back. The present one is set aside then.", HeededBy.RESET),
    DROP_OLD("Drop the databases of this name that were set aside, and nothing else.", HeededBy.RESET);

    private final String name;
    private final char letter;
    private final @Nullable String label;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final Set<Command> heeding;

    Option(String description, Set<Command> heeding) {
        this('\0', null, description, heeding);
    }

    Option(String label, String description, Set<Command> heeding) {
        this('\0', label, description, heeding);
    }

    Option(char letter, String description, Set<Command> heeding) {
        this(letter, null, description, heeding);
    }

    Option(char letter, @Nullable String label, String description, Set<Command> heeding) {
        this.name = "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.letter = letter;
        this.label = label;
        this.description = description;
        this.heeding = heeding;
    }

    /** As it is written, with its two hyphens. */
    public String text() {
        return name;
    }

    /** Its variable, which counts where the option is not written. */
    public String variable() {
        return "CLEAN_STALE_TYPES_" + name();
    }

    /** The word for its value in the help; null if it has none. */
    public @Nullable String label() {
        return label;
    }

    /** The letter behind one hyphen that means the same; 0 if there is none. */
    char letter() {
        return letter;
    }

    String description() {
        return description;
    }

    boolean isHidden() {
        return description.isEmpty();
    }

    /** Whether it can be given more than once: then all of its values count. */
    boolean isRepeatable() {
        return this == TYPE || this == SCHEMA || this == ROLLBACK_PREPARED;
    }

    public boolean isHeededBy(Command command) {
        return heeding.contains(command);
    }

    /** Whether it stands behind this command, or behind the program if that is null: those of one command alone stand behind its word. */
    boolean standsBehind(@Nullable Command command) {
        return command == null ? heeding.size() > 1 : heeding.contains(command);
    }

    /** The option that is written so, long or as a letter; null if there is none. */
    public static @Nullable Option of(String written) {
        for (Option option : values()) {
            if (option.isWritten(written)) {
                return option;
            }
        }
        return null;
    }

    /** The options that can stand behind this command, or behind the program if that is null, and are no secret. */
    public static Set<Option> behind(@Nullable Command command) {
        Set<Option> all = EnumSet.allOf(Option.class);
        all.removeIf(option -> option.isHidden() || !option.standsBehind(command));
        return all;
    }

    private boolean isWritten(String written) {
        return written.length() == 2 ? letter != 0 && written.charAt(1) == letter : name.equals(written);
    }
}

package io.github.cleanstaletypes.internal.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "guard",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Runs a migration while no other guard or clean is at work on its database.",
        description = {
            "",
            "Waits for the database and for the lock, ends what a killed predecessor has left connected, cleans, and runs CMD, whatever"
                    + " findings remain. However many replicas start at once, their migrations run one after the other. CMD has this"
                    + " program's stdin, stdout, environment and directory; what it writes to stderr is passed on, and read. TERM, INT, HUP,"
                    + " USR1 and USR2 reach all of its processes.",
            "",
            "If CMD fails since a name is taken by a type that nothing uses, the type is renamed and CMD runs once more. The type is"
                    + " dropped only if its name is taken by then; otherwise it gets its name back. An error names no schema: where it"
                    + " cannot be known which type is meant, nothing is changed.",
            "",
            "A second session tries the lock before anything is changed. If it gets it, too, the server or a pooler only pretends to lock,"
                    + " and CMD is not started; if it cannot be had, or may not look, that is said, and CMD runs.",
            "",
            "CMD finds in its environment PGAPPNAME, which names the guard to the server, and PGOPTIONS, by which the server notices that CMD"
                    + " is dead; what a proxy on the way refuses or drops is left out, and said. It must not leave programs behind: the next guard ends their sessions. Start the application after the guard,"
                    + " not under it.",
            ""
        },
        footer = {
            "",
            "In the entrypoint of each replica. Examples:",
            "  # Django:",
            "  java -jar clean-stale-types-cli.jar guard -- python manage.py migrate",
            "  # Rails:",
            "  java -jar clean-stale-types-cli.jar guard -- bin/rails db:migrate",
            "  # Flyway:",
            "  java -jar clean-stale-types-cli.jar guard -- flyway migrate",
            "  # Knex:",
            "  java -jar clean-stale-types-cli.jar guard -- npx knex migrate:latest",
            "  # psql:",
            "  java -jar clean-stale-types-cli.jar guard -- psql -f schema.sql",
            "",
            "As a script:",
            "  #!/bin/sh",
            "  set -e",
            "  java -jar clean-stale-types-cli.jar guard -- python manage.py migrate",
            "  exec gunicorn app.wsgi",
            "",
            "In a container, let an init be process 1 (docker run --init, tini): it buries",
            "the processes that CMD leaves behind. QUIT prints this program's threads.",
            "",
            "TERM, INT and HUP end the guard within seconds whatever it waits for; while CMD",
            "runs they are CMD's, and the guard waits for its end, however long CMD takes.",
            "What CMD leaves behind and still writes to stderr is passed on for 5 s.",
            "",
            "Exit status:",
            "  that of CMD; 128 and the number of the signal that ended it",
            "  125  the guard failed: settings, database, lock not had, lost, or one that holds nobody off",
            "  126  CMD cannot be executed",
            "  127  CMD was not found"
        })
final class GuardCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Option(
            names = "--lock-url",
            order = 30,
            paramLabel = "URL",
            description =
                    "The server itself, if the database is reached through a pooler such as PgBouncer: the lock is taken there.")
    @Nullable
    String lockUrl;

    @Option(
            names = "--lock",
            order = 29,
            paramLabel = "NAME",
            description =
                    "What of the database CMD migrates, such as a tenant's schema: guards of different names run side by side, those of"
                            + " one name one after another. NAME is yours to choose. Without it CMD runs alone in its database.")
    @Nullable
    String lock;

    @Option(
            names = "--on-lock-lost",
            order = 31,
            paramLabel = "WHAT",
            description =
                    "stop: end CMD when the lock is lost (the server was restarted, the network cut). warn: let it go on."
                            + " Default: stop.")
    @Nullable
    String onLockLost;

    @Option(
            names = "--retries",
            order = 35,
            paramLabel = "NUMBER",
            description =
                    "How often CMD is run again after a failure that only two sessions at one moment bring about. Default: 2.")
    @Nullable
    String retries;

    @Option(
            names = "--command-lock-timeout",
            order = 34,
            paramLabel = "TIME",
            description =
                    "How long a statement of CMD may wait for a lock, so that the application does not wait behind it; CMD is then run"
                            + " again after a pause, up to 10 times. Set by PGOPTIONS, which JDBC and poolers do not take. Default: no limit.")
    @Nullable
    String commandLockTimeout;

    @Option(
            names = "--no-heal",
            order = 36,
            description =
                    "Do not set aside an unused type that is in the way of CMD, and do not run CMD again for that.")
    @Nullable
    Boolean noHeal;

    /** The default, for those who write defaults down. */
    @Option(names = "--heal", hidden = true)
    @Nullable
    Boolean heal;

    @Option(
            names = "--report-file",
            order = 37,
            paramLabel = "FILE",
            description = "Write how it went, and why CMD failed, to this file in JSON.")
    @Nullable
    String reportFile;

    @Option(
            names = "--termination-log",
            order = 38,
            paramLabel = "FILE",
            description =
                    "Write why it failed to this file, the cause first, in at most 4 KB: /dev/termination-log of Kubernetes."
                            + " After a success the file is empty.")
    @Nullable
    String terminationLog;

    @Option(
            names = "--heartbeat",
            order = 32,
            paramLabel = "TIME",
            description =
                    "From one look after the lock to the next; an answer that takes five times as long means that it is lost."
                            + " Default: 2s.")
    @Nullable
    String heartbeat;

    @Option(
            names = "--stop-wait",
            order = 33,
            paramLabel = "TIME",
            description =
                    "How long CMD may take to end after TERM before it is killed, when the lock is lost. Default: 10s.")
    @Nullable
    String stopWait;

    @Option(
            names = "--no-capture",
            order = 34,
            description = "Give CMD this program's own stderr, and the terminal; then its errors cannot be explained.")
    @Nullable
    Boolean noCapture;

    @Parameters(arity = "1..*", paramLabel = "CMD", description = "The program and its arguments, best after --.")
    @SuppressWarnings("NullAway.Init")
    List<String> command;

    @Override
    public Integer call() {
        return root.guard(this);
    }
}

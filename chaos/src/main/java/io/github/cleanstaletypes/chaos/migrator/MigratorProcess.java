package io.github.cleanstaletypes.chaos.migrator;

import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Failed;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Killed;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Migrated;
import io.github.cleanstaletypes.chaos.system.ChildProcess;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.JavaProcess;
import io.github.cleanstaletypes.chaos.system.Signals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A migrator runs in a Java process of its own. */
public final class MigratorProcess implements AutoCloseable {

    /** No migration here takes nearly as long: a longer wait would be for nothing. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ChildProcess child;
    private final ToIntFunction<String> executed;

    private MigratorProcess(ChildProcess child) {
        this(child, MigratorOutput::executed);
    }

    /** @param executed reads from what it printed how many migrations it executed */
    MigratorProcess(ChildProcess child, ToIntFunction<String> executed) {
        this.child = child;
        this.executed = executed;
    }

    /**
     * Starts to migrate this database.
     *
     * @param name what the server shows as {@code application_name} of its sessions: letters and digits
     */
    public static MigratorProcess start(String name, Database database, MigrationDirectory migrations) {
        return new MigratorProcess(JavaProcess.start(
                FlywayMigrator.class,
                List.of(database.jdbcUrl(name), migrations.path().toString())));
    }

    /**
     * Starts to run this script.
     *
     * @param name what the server shows as {@code application_name} of its session: letters and digits
     */
    public static MigratorProcess start(String name, Database database, Script script) {
        return new MigratorProcess(JavaProcess.start(ScriptMigrator.class, arguments(name, database, script)));
    }

    /**
     * Starts to migrate this database with Liquibase.
     *
     * @param name what the server shows as {@code application_name} of its sessions: letters and digits
     * @param changelog a file of the directory
     */
    public static MigratorProcess start(
            String name, Database database, MigrationDirectory directory, String changelog) {
        return new MigratorProcess(JavaProcess.start(
                LiquibaseMigrator.class,
                List.of(database.jdbcUrl(name), directory.path().toString(), changelog)));
    }

    /** Returns the words of a command that runs this script, where there are the variables of {@link JavaProcess#classPath()}. */
    public static List<String> command(String name, Database database, Script script) {
        return JavaProcess.words(ScriptMigrator.class, arguments(name, database, script));
    }

    /** Returns the words of a command that does the same and heeds {@code PGOPTIONS}, as a program with libpq does. */
    public static List<String> commandOfLibpq(String name, Database database, Script script) {
        return JavaProcess.words(LibpqMigrator.class, arguments(name, database, script));
    }

    private static List<String> arguments(String name, Database database, Script script) {
        String url =
                database.jdbcUrl(name) + (script.mode() == Script.Mode.ONE_STRING ? "&preferQueryMode=simple" : "");
        List<String> arguments =
                new ArrayList<>(List.of(url, script.name(), script.mode().name(), script.limit()));
        arguments.addAll(script.statements());
        return arguments;
    }

    /** Migrates this database and waits for the end. */
    public static MigrationOutcome run(String name, Database database, MigrationDirectory migrations) {
        try (MigratorProcess migrator = start(name, database, migrations)) {
            return migrator.outcome();
        }
    }

    /** Tells whether it has not ended yet. */
    public boolean isRunning() {
        return child.isRunning();
    }

    /** Returns the number of its process. */
    public long pid() {
        return child.pid();
    }

    /** Stops it with SIGSTOP: it is there, and does nothing more. */
    public void freeze() {
        Signals.stop(child.pid());
    }

    /** Kills it with SIGKILL and waits until it is gone. */
    public void kill() {
        child.kill();
    }

    /** Waits until it ends, of itself or by {@link #kill()}. */
    public MigrationOutcome outcome() {
        int status = child.waitFor(LIMIT);
        return switch (status) {
            case 0 -> new Migrated(executed.applyAsInt(child.out()));
            case 1 ->
                new Failed(
                        MigratorOutput.error(child.out()).orElse(null),
                        child.err().strip());
            default -> new Killed(status);
        };
    }

    @Override
    public void close() {
        child.close();
    }
}

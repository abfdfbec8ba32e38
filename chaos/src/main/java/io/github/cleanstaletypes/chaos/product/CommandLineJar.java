package io.github.cleanstaletypes.chaos.product;

import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The command line is a jar, as users have it, and is started as a process of its own.
 *
 * @param jar the jar
 */
public record CommandLineJar(Path jar) {

    /** Its sessions have this name on the server. */
    private static final String SESSION = "healer";

    /** Takes this jar, which must be there. */
    public static CommandLineJar of(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("No command line at '" + jar + "': `mvn package` builds it in"
                    + " extension/target; the system property cli.jar, or --cli-jar, names another");
        }
        return new CommandLineJar(jar);
    }

    /** Starts it on this database as on a terminal: what it prints is one text. */
    public CommandLineRun start(Database database, List<String> arguments) {
        return start(database, arguments, true);
    }

    /** Starts it on this database as another program does: its standard output is a JSON object. */
    public CommandLineRun startForJson(Database database, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--format", "json"));
        return start(database, all, false);
    }

    private CommandLineRun start(Database database, List<String> arguments, boolean asOnTerminal) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--database-url", database.jdbcUrl(SESSION)));
        String typed = "java -jar %s %s".formatted(jar.getFileName(), String.join(" ", arguments));
        return new CommandLineRun(JavaProcess.start(jar, all, Map.of(), asOnTerminal), typed);
    }

    /**
     * Starts {@code guard} on this database.
     *
     * @param environment what the guarded command needs
     */
    public CommandLineRun startGuard(
            Database database, List<String> options, List<String> command, Map<String, String> environment) {
        return startWithCommand("guard", database, options, command, environment);
    }

    /**
     * Starts {@code reset} on this database, with a command.
     *
     * @param environment what the command needs
     */
    public CommandLineRun startReset(
            Database database, List<String> options, List<String> command, Map<String, String> environment) {
        return startWithCommand("reset", database, options, command, environment);
    }

    private CommandLineRun startWithCommand(
            String name,
            Database database,
            List<String> options,
            List<String> command,
            Map<String, String> environment) {
        List<String> all = new ArrayList<>(List.of(name, "--database-url", database.jdbcUrl(SESSION)));
        all.addAll(options);
        all.add("--");
        all.addAll(command);
        Map<String, String> variables = new HashMap<>(environment);
        // a guard starts its command, and kill and setsid, as a shell does
        variables.put("PATH", Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin"));
        return new CommandLineRun(JavaProcess.start(jar, all, variables, false), name);
    }
}

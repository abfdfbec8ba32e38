package io.github.cleanstaletypes.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A network of containers with a PostgreSQL server in it; all is gone when closed. Driven by Docker's own command. */
final class Containers implements AutoCloseable {

    static final String APP = "clean-stale-types-startup-app";
    private static final String TOOL = "clean-stale-types-startup-tool";
    private static final String JDK = "clean-stale-types-startup-jdk";
    static final String POSTGRES = System.getenv().getOrDefault("POSTGRES_TEST_IMAGE", "postgres:17");

    private final String name = "clean-stale-types-" + ProcessHandle.current().pid();
    private final List<String> containers = new ArrayList<>();

    /** Whether a Docker engine answers; a condition of JUnit's. */
    static boolean engineAnswers() {
        try {
            return Shell.run(Map.of(), List.of("docker", "info")).status() == 0;
        } catch (UncheckedIOException noDocker) {
            return false;
        }
    }

    /** Builds the images of {@code src/startup}; this machine's JDK takes the place of the one from a registry. */
    static void buildImages(Path scratch) throws IOException {
        Path jdk = Files.createDirectories(scratch.resolve("jdk"));
        Shell.succeed("cp", "-rL", System.getProperty("java.home") + "/bin", jdk.toString());
        for (String part : List.of("conf", "jmods", "legal", "lib")) {
            copyReadable(Path.of(System.getProperty("java.home"), part), jdk);
        }
        Files.writeString(
                scratch.resolve("Dockerfile"),
                "FROM " + POSTGRES + "\nCOPY jdk /opt/jdk\nENV PATH=/opt/jdk/bin:$PATH\nENTRYPOINT []\n");
        Shell.succeed("docker", "build", "-q", "-t", JDK, scratch.toString());

        Path tool = Files.createDirectories(scratch.resolve("tool"));
        Files.copy(Shell.cliJar(), tool.resolve("clean-stale-types-cli.jar"));
        build(TOOL, Shell.startup().resolve("cli/Dockerfile"), tool, "JDK=" + JDK, "BASE=" + POSTGRES);
        build(APP, Shell.startup().resolve("app/Dockerfile"), Shell.startup(), "TOOL=" + TOOL, "BASE=" + POSTGRES);
    }

    /** Without what a distribution's links lead nowhere for, such as the sources. */
    private static void copyReadable(Path from, Path into) {
        Shell.run(Map.of(), List.of("cp", "-rL", from.toString(), into.toString()));
    }

    private static void build(String image, Path dockerfile, Path context, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("docker", "build", "-q", "-t", image, "-f", dockerfile.toString()));
        Arrays.stream(arguments).forEach(argument -> command.addAll(List.of("--build-arg", argument)));
        command.add(context.toString());
        Shell.succeed(command.toArray(String[]::new));
    }

    Containers() {
        Shell.succeed("docker", "network", "create", name);
        start("database", POSTGRES, List.of("-e", "POSTGRES_PASSWORD=secret", "-e", "POSTGRES_DB=app"), List.of());
    }

    /** Starts a replica that serves until it is stopped. */
    void startReplica(String replica) {
        start(
                replica,
                APP,
                List.of("--init", "-e", "DATABASE_URL=postgresql://postgres:secret@" + name + "-database:5432/app"),
                List.of("sh", "-c", "echo serving; exec sleep 600"));
    }

    private void start(String container, String image, List<String> options, List<String> command) {
        List<String> all =
                new ArrayList<>(List.of("docker", "run", "-d", "--network", name, "--name", name + "-" + container));
        all.addAll(options);
        all.add(image);
        all.addAll(command);
        Shell.succeed(all.toArray(String[]::new));
        containers.add(name + "-" + container);
    }

    void kill(String container) {
        Shell.succeed("docker", "kill", name + "-" + container);
    }

    String logs(String container) {
        return Shell.succeed("docker", "logs", name + "-" + container);
    }

    /** {@code running} or {@code exited 143}. */
    String state(String container) {
        return Shell.succeed(
                "docker", "inspect", "-f", "{{.State.Status}} {{.State.ExitCode}}", name + "-" + container);
    }

    /** The rows of a query, one on a line; empty while the server does not answer. */
    String query(String sql) {
        Shell.Ended ended = Shell.run(
                Map.of(),
                List.of(
                        "docker",
                        "exec",
                        name + "-database",
                        "psql",
                        "-X",
                        "-At",
                        "-U",
                        "postgres",
                        "-d",
                        "app",
                        "-c",
                        sql));
        return ended.status() == 0 ? ended.output().strip() : "";
    }

    /** Whom the user is in a container. */
    String user(String container) {
        return Shell.succeed("docker", "exec", name + "-" + container, "id", "-u");
    }

    @Override
    public void close() {
        List<String> remove = new ArrayList<>(List.of("docker", "rm", "-f", "-v"));
        remove.addAll(containers);
        Shell.succeed(remove.toArray(String[]::new));
        Shell.succeed("docker", "network", "rm", name);
    }
}

package io.github.cleanstaletypes.chaos;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the build's output is, and how to get help: options of both commands. */
final class BuildOptions {

    @Option(
            names = "--binaries",
            paramLabel = "DIR",
            description = "Where the servers' jars are (default: target/postgres-binaries of the project).")
    private @Nullable Path binaries;

    @Option(
            names = "--cli-jar",
            paramLabel = "FILE",
            description = "The command line that is played or measured (default: the one of the project).")
    private @Nullable Path cliJar;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    BuildOutput output() {
        return new BuildOutput(binaries, cliJar);
    }
}

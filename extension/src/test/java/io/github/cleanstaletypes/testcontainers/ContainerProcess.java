package io.github.cleanstaletypes.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.ShortLivedJava;
import io.github.cleanstaletypes.testing.Wait;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that runs {@link OneContainer}: Testcontainers asks for Docker once, and reads its settings once, in a process. */
final class ContainerProcess {

    private final Path directory;
    private final List<String> classPath =
            new ArrayList<>(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));

    /**
     * @param directory an empty directory that it may use; it holds no settings of the user
     */
    ContainerProcess(Path directory) {
        this.directory = directory;
    }

    ContainerProcess with(Path jar) {
        classPath.add(jar.toString());
        return this;
    }

    ContainerProcess without(String jarNamePart) {
        classPath.removeIf(entry -> Path.of(entry).getFileName().toString().contains(jarNamePart));
        return this;
    }

    /** The last line that it prints. */
    String run(String image, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(ShortLivedJava.words(
                "-Duser.home=" + directory,
                "-Dapi.version=" + System.getProperty("api.version", ""),
                "-cp",
                String.join(File.pathSeparator, classPath),
                OneContainer.class.getName(),
                image));
        builder.environment().putAll(environment);
        builder.redirectOutput(output.toFile())
                .redirectError(directory.resolve("log").toFile());
        Process process = builder.start();
        try {
            Wait.forEnd("a process with a container", process);
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output);
        assertThat(lines)
                .as("it printed something; its log: " + directory.resolve("log"))
                .isNotEmpty();
        return lines.get(lines.size() - 1);
    }
}

package io.github.cleanstaletypes.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of classes that the archive is made from: Java passes over a name that is none, so a renamed class would be missing silently. */
class ClassListIT {

    @TempDir
    private static Path directory;

    private static final List<String> NAMES = new ArrayList<>();
    private static Set<String> held = Set.of();

    @BeforeAll
    static void read() throws IOException {
        for (String line : Files.readAllLines(Unpacked.in(directory).resolve("lib/classes.lst"))) {
            String name = line.startsWith("@lambda-proxy ") ? line.split(" ")[1] : line.split(" ")[0];
            if (name.matches("(io/github|org/postgresql|org/apache|org/slf4j|com/fasterxml)/.*")) {
                NAMES.add(name);
            }
        }
        try (JarFile jar = new JarFile(System.getProperty("cli.jar"))) {
            held = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.replaceFirst("^META-INF/versions/\\d+/", ""))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void names_only_classes_of_the_jar() {
        assertThat(held).containsAll(NAMES);
    }

    @Test
    void names_what_each_start_loads() {
        assertThat(NAMES)
                .contains(
                        "io/github/cleanstaletypes/internal/cli/Main",
                        "org/apache/commons/cli/DefaultParser",
                        "org/postgresql/Driver");
    }
}

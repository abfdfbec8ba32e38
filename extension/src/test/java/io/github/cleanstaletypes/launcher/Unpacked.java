package io.github.cleanstaletypes.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The distribution that this build has made, unpacked. */
final class Unpacked {

    private Unpacked() {}

    /** Unpacks it into this folder, and gives the folder that is in it. */
    static Path in(Path folder) throws IOException {
        Process tar = new ProcessBuilder("tar", "-xzf", archive(".tar.gz").toString(), "-C", folder.toString())
                .inheritIO()
                .start();
        assertThat(Wait.forEnd("tar", tar)).isZero();
        try (Stream<Path> roots = Files.list(folder)) {
            List<Path> all = roots.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    static Path archive(String ending) throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of(System.getProperty("cli.jar")).getParent())) {
            List<Path> all = files.filter(
                            file -> file.getFileName().toString().matches("clean-stale-types-[0-9.]+\\Q" + ending))
                    .toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}

package io.github.cleanstaletypes.chaos.bench.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.chaos.bench.measure.Stopwatch;
import io.github.cleanstaletypes.chaos.bench.measure.Unmeasurable;
import io.github.cleanstaletypes.chaos.bench.row.Distribution.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people unpack is found where the build puts it, and unpacked as they do. */
class DistributionTest {

    @TempDir
    private Path directory;

    @Test
    void where_it_is_not_built_there_is_none() {
        assertThat(Distribution.in(directory)).isEmpty();
        assertThat(Distribution.in(directory.resolve("nowhere"))).isEmpty();
    }

    @Test
    void its_launcher_is_found_and_knows_whether_its_first_run_has_left_an_archive() throws Exception {
        pack("#!/bin/sh\n: >\"$HOME/17.jsa.new\"; [ \"$1\" != check ] || mv \"$HOME/17.jsa.new\" \"$HOME/17.jsa\"\n");
        Launcher launcher = Distribution.in(directory).orElseThrow().unpackIn(directory);
        Map<String, String> environment = launcher.environment(Map.of("PATH", "/usr/bin:/bin"));
        Stopwatch.time(launcher.words("nothing"), environment);
        assertThat(launcher.hasArchive()).isFalse();
        Stopwatch.time(launcher.words("check"), environment).expecting(0);
        assertThat(launcher.hasArchive()).isTrue();
    }

    @Test
    void without_a_launcher_it_cannot_be_measured() throws Exception {
        pack(null);
        Distribution distribution = Distribution.in(directory).orElseThrow();
        assertThatThrownBy(() -> distribution.unpackIn(directory))
                .isInstanceOf(Unmeasurable.class)
                .hasMessageContaining("no bin/clean-stale-types in ");
    }

    private void pack(@Nullable String script) throws Exception {
        Path top = directory.resolve("clean-stale-types-1.0");
        Path bin = Files.createDirectories(top.resolve("bin"));
        if (script != null) {
            Path launcher = Files.writeString(bin.resolve("clean-stale-types"), script);
            assertThat(launcher.toFile().setExecutable(true)).isTrue();
        }
        String archive = directory.resolve("clean-stale-types-1.0.tar.gz").toString();
        Stopwatch.time(
                        List.of(
                                "tar",
                                "-czf",
                                archive,
                                "-C",
                                directory.toString(),
                                top.getFileName().toString()),
                        Map.of("PATH", "/usr/bin:/bin"))
                .expecting(0);
    }
}

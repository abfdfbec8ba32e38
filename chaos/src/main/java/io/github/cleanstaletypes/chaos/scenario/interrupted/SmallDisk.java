package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.system.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file system of a few megabytes is mounted for as long as this is open. */
final class SmallDisk implements AutoCloseable {

    private final Path point;

    private SmallDisk(Path point) {
        this.point = point;
    }

    static SmallDisk mount() {
        try {
            Path point = Files.createTempDirectory("chaos-disk");
            if (run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", point.toString()) != 0) {
                Files.delete(point);
                throw new IllegalStateException("Cannot mount a small file system");
            }
            Path inside = Files.createDirectory(point.resolve("tablespace"));
            if (!inside.toFile().setWritable(true, false)) {
                throw new IllegalStateException("Cannot let the server write to " + inside);
            }
            return new SmallDisk(point);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether this process may mount one. */
    static boolean possible() {
        try {
            mount().close();
            return true;
        } catch (IllegalStateException | UncheckedIOException e) {
            return false;
        }
    }

    Path path() {
        return point.resolve("tablespace");
    }

    @Override
    public void close() {
        if (run("umount", point.toString()) != 0) {
            throw new IllegalStateException("Cannot unmount " + point);
        }
        try {
            Files.delete(point);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int run(String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        try (ChildProcess child = ChildProcess.start(all, Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"), true)) {
            return child.waitFor(Duration.ofSeconds(30));
        }
    }
}

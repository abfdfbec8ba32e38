package io.github.cleanstaletypes.chaos.migrator;

import io.github.cleanstaletypes.chaos.system.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A directory of migrations grows, release by release, and is deleted when closed. */
public final class MigrationDirectory implements AutoCloseable {

    private final Path path;
    private final List<Path> files = new ArrayList<>();

    private MigrationDirectory(Path path) {
        this.path = path;
    }

    /** Makes a new directory without migrations. */
    public static MigrationDirectory create() {
        try {
            return new MigrationDirectory(Files.createTempDirectory("migrations"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds migrations, or their {@code .conf} files, from this program's resources. */
    public MigrationDirectory add(String... names) {
        for (String name : names) {
            Path file = path.resolve(name);
            try {
                Files.writeString(file, Resource.text("migrations/" + name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            files.add(file);
        }
        return this;
    }

    /** Returns where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

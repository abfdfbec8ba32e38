package io.github.cleanstaletypes.chaos.migrator;

import io.github.cleanstaletypes.chaos.system.Resource;
import io.github.cleanstaletypes.testing.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A directory of migrations grows, release by release, and is deleted when closed. */
public final class MigrationDirectory implements AutoCloseable {

    private final Path path;

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
            write(name, Resource.text("migrations/" + name));
        }
        return this;
    }

    /** Writes a file of this name, which may be in a directory below. */
    public MigrationDirectory write(String name, String text) {
        Path file = path.resolve(name);
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Links a name in it to what is elsewhere, and stays there. */
    public MigrationDirectory link(String name, Path target) {
        try {
            Files.createSymbolicLink(path.resolve(name), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Returns where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        Directories.delete(path);
    }
}

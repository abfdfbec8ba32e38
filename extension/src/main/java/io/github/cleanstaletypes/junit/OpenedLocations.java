package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.claim.migration.UnreadableMigrationsException;
import io.github.cleanstaletypes.internal.claim.migration.tool.MigrationDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The directories behind locations, in jars too, which are open until this is closed. */
final class OpenedLocations implements AutoCloseable {

    private static final String CLASSPATH = "classpath:";
    private static final String FILESYSTEM = "filesystem:";

    private final List<FileSystem> jars = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();
    private final Locations locations;

    private OpenedLocations(Locations locations) {
        this.locations = locations;
    }

    /** @throws Misuse if nothing is there, unless that does not matter */
    static OpenedLocations open(Locations locations, ClassLoader loader) {
        OpenedLocations opened = new OpenedLocations(locations);
        try {
            for (String location : locations.locations()) {
                opened.add(location, loader);
            }
            return opened;
        } catch (IOException | URISyntaxException e) {
            opened.close();
            throw new Misuse("migrations cannot be read: " + e.getMessage(), e);
        }
    }

    private void add(String location, ClassLoader loader) throws IOException, URISyntaxException {
        if (location.startsWith(FILESYSTEM)) {
            directories.add(Path.of(location.substring(FILESYSTEM.length())));
            return;
        }
        String name = location.startsWith(CLASSPATH) ? location.substring(CLASSPATH.length()) : location;
        List<URL> found = Collections.list(loader.getResources(strip(name)));
        if (found.isEmpty() && !locations.optional()) {
            throw new Misuse("migrations = \"" + location + "\": there is no such directory on the class path; write"
                    + " classpath:db/migration, filesystem:DIRECTORY or none");
        }
        for (URL url : found) {
            directories.add(directory(url));
        }
    }

    private static String strip(String name) {
        String path = name.startsWith("/") ? name.substring(1) : name;
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private Path directory(URL url) throws IOException, URISyntaxException {
        if (!url.getProtocol().equals("jar")) {
            return Path.of(url.toURI());
        }
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        URI jar = connection.getJarFileURL().toURI();
        // of our own: closing the one that others share would close it for them
        FileSystem files = FileSystems.newFileSystem(Path.of(jar));
        jars.add(files);
        return files.getPath("/" + Objects.requireNonNull(connection.getEntryName()));
    }

    /** The migrations; empty if there are no scripts and that does not matter. */
    Optional<Migrations> migrations() {
        if (directories.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MigrationDirectory.open(directories));
        } catch (UnreadableMigrationsException e) {
            if (locations.optional()) {
                return Optional.empty();
            }
            throw new Misuse("migrations: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        for (FileSystem jar : jars) {
            try {
                jar.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package io.github.cleanstaletypes.internal.connect;

import io.github.cleanstaletypes.internal.connect.setting.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** An environment of exactly these variables, with a home of its own. */
public final class TestEnvironment implements Environment {

    private final Map<String, String> variables = new TreeMap<>();
    private final Path home;

    public TestEnvironment(Path home) {
        this.home = home;
        with("PGSYSCONFDIR", home.resolve("etc").toString());
    }

    public TestEnvironment with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Variables written as in a shell, separated by blanks. */
    public TestEnvironment withAll(String assignments) {
        for (String assignment : assignments.strip().split(" +")) {
            int equals = assignment.indexOf('=');
            with(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return this;
    }

    /** A file in the home, which only its owner can read. */
    public Path file(String name, String text) {
        try {
            Path file = home.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ConnectionSettings resolve() {
        return ConnectionSettings.resolve(null, this);
    }

    /** What the driver makes of the settings, as its own data source tells it. */
    public static PGSimpleDataSource driver(ConnectionSettings settings) {
        DriverDataSource given = (DriverDataSource) settings.dataSource();
        PGSimpleDataSource driver = new PGSimpleDataSource();
        Properties place = Driver.parseURL(given.url(), new Properties());
        driver.setServerNames(PGProperty.PG_HOST.getOrDefault(place).split(","));
        driver.setPortNumbers(Stream.of(PGProperty.PG_PORT.getOrDefault(place).split(","))
                .mapToInt(Integer::parseInt)
                .toArray());
        driver.setDatabaseName(PGProperty.PG_DBNAME.getOrDefault(place));
        given.properties().forEach((name, value) -> {
            try {
                driver.setProperty(name.toString(), value.toString());
            } catch (SQLException e) {
                throw new AssertionError("the driver does not have " + name, e);
            }
        });
        return driver;
    }

    @Override
    public @Nullable String get(String name) {
        return variables.get(name);
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public String osUser() {
        return "os_user";
    }

    @Override
    public String toString() {
        return variables.toString();
    }
}

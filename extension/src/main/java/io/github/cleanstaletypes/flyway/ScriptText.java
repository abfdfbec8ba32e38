package io.github.cleanstaletypes.flyway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** The text of a migration's script as Flyway runs it, with its placeholders replaced. */
final class ScriptText {

    private final Configuration configuration;
    private final Map<String, String> placeholders;

    ScriptText(Configuration configuration, Connection connection) throws SQLException {
        this.configuration = configuration;
        this.placeholders = placeholders(configuration, connection);
    }

    /** Empty if it is none of SQL, or cannot be read here. */
    Optional<String> of(MigrationInfo migration) {
        String script = migration.getScript();
        if (script == null
                || Arrays.stream(configuration.getSqlMigrationSuffixes()).noneMatch(script::endsWith)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = bytes(script, migration.getPhysicalLocation());
            return bytes == null ? Optional.empty() : Optional.of(replaced(new String(bytes, charset()), script));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** From its file; or, of one in a jar, from the class path, where it is at a location that holds no wildcard. */
    private byte @Nullable [] bytes(String script, @Nullable String file) throws IOException {
        if (file != null && Files.isRegularFile(Path.of(file))) {
            return Files.readAllBytes(Path.of(file));
        }
        for (Location location : configuration.getLocations()) {
            if (location.getDescriptor().startsWith("classpath:")) {
                String path = location.getDescriptor()
                        .substring("classpath:".length())
                        .replaceFirst("^/", "");
                try (InputStream in = configuration.getClassLoader().getResourceAsStream(path + "/" + script)) {
                    if (in != null) {
                        return in.readAllBytes();
                    }
                }
            }
        }
        return null;
    }

    private Charset charset() {
        return configuration.getEncoding();
    }

    private String replaced(String text, String script) {
        if (!configuration.isPlaceholderReplacement()) {
            return text;
        }
        String replaced = text;
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            replaced = replaced.replace(marked(placeholder.getKey()), placeholder.getValue());
        }
        return replaced.replace(marked(ownName("filename")), script);
    }

    private String marked(String name) {
        return configuration.getPlaceholderPrefix() + name + configuration.getPlaceholderSuffix();
    }

    private String ownName(String name) {
        return "flyway" + configuration.getPlaceholderSeparator() + name;
    }

    /** The user's, and those of Flyway's own that can be part of a name. */
    private Map<String, String> placeholders(Configuration from, Connection connection) throws SQLException {
        Map<String, String> all = new HashMap<>(from.getPlaceholders());
        all.put(ownName("database"), connection.getCatalog());
        all.put(ownName("defaultSchema"), connection.getSchema());
        all.put(ownName("user"), connection.getMetaData().getUserName());
        all.put(ownName("table"), from.getTable());
        return all;
    }
}

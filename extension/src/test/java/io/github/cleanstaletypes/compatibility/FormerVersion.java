package io.github.cleanstaletypes.compatibility;

import io.github.cleanstaletypes.testing.Psql;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What version 0.1.0 wrote, sent and called itself. Stateless. */
final class FormerVersion {

    private static final Properties MARKS = marks();

    private FormerVersion() {}

    /** A file of it. */
    static String text(String name) {
        try (InputStream in = FormerVersion.class.getResourceAsStream("0.1.0/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statements of such a file. */
    static String[] statements(String name) {
        return Psql.statements(text(name));
    }

    /** One of the names and numbers by which it knows what belongs to a guard. */
    static String mark(String name) {
        return Objects.requireNonNull(MARKS.getProperty(name), name);
    }

    /** The key of its lock. */
    static long lockKey() {
        return (Long.parseLong(mark("lock.classid")) << 32) + Long.parseLong(mark("lock.objid"));
    }

    private static Properties marks() {
        Properties marks = new Properties();
        try {
            marks.load(new StringReader(text("marks.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return marks;
    }
}

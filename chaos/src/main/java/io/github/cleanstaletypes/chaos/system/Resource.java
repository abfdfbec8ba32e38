package io.github.cleanstaletypes.chaos.system;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the resources of this program. */
public final class Resource {

    private Resource() {}

    /** Reads the text of a resource, such as {@code oracle/types.sql}. */
    public static String text(String path) {
        try (InputStream in = Resource.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new FileNotFoundException("No " + path + " in this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

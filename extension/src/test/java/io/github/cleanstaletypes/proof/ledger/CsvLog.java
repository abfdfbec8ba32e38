package io.github.cleanstaletypes.proof.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A server's log in its form with commas: a value in quotes may go over several lines, and a quote in it stands twice. */
final class CsvLog {

    private CsvLog() {}

    /** Hands over each whole record; the last one may be torn, where a server was killed. */
    static void read(Path file, Consumer<List<String>> records) {
        // bytes as they are: databases of several encodings write into one log
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            List<String> record = new ArrayList<>();
            StringBuilder value = new StringBuilder();
            boolean quoted = false;
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '"') {
                    in.mark(1);
                    if (!quoted) {
                        quoted = true;
                    } else if (in.read() == '"') {
                        value.append('"');
                    } else {
                        in.reset();
                        quoted = false;
                    }
                } else if (quoted || c != ',' && c != '\n') {
                    value.append((char) c);
                } else {
                    record.add(value.toString());
                    value.setLength(0);
                    if (c == '\n') {
                        records.accept(record);
                        record = new ArrayList<>();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

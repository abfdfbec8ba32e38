package io.github.cleanstaletypes.internal.cli.undo;

import io.github.cleanstaletypes.internal.catalog.undo.UndoText;
import io.github.cleanstaletypes.internal.file.PlainFile;
import io.github.cleanstaletypes.internal.file.SizeLimit;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an undo file looks like: a script for psql, in which each type is one transaction. Nothing that a user has named stands at the
 * beginning of a line. Stateless.
 */
final class UndoScript {

    /** The beginning of a file: psql goes on after an error unless it is told not to. */
    static final String HEAD = """
            -- Each transaction below brings a removed type back. Run it with psql -f: it stops at the first error.
            -- Another client runs any of them alone, from BEGIN to COMMIT.
            \\set ON_ERROR_STOP on

            """;

    private static final String CONNECT = "\\connect ";
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.]+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");

    private UndoScript() {}

    /**
     * The line by which psql goes to a database; other names than plain ones only fit into a connection string. Empty if a name would
     * end the line, and what follows would be run.
     */
    static Optional<String> connect(String database) {
        if (CONTROL.matcher(database).find()) {
            return Optional.empty();
        }
        if (PLAIN_NAME.matcher(database).matches()) {
            return Optional.of(CONNECT + '"' + database + "\"\n");
        }
        String value = "'" + database.replace("\\", "\\\\").replace("'", "\\'") + "'";
        return Optional.of(CONNECT + "-reuse-previous=on \"dbname=" + value.replace("\"", "\"\"") + "\"\n");
    }

    /**
     * What an existing file holds already.
     *
     * @param databases whether it says to which database its statements belong
     * @param whole whether it ends where a transaction has ended, so that more can be written behind it
     */
    record State(boolean databases, boolean whole) {

        static final State EMPTY = new State(false, true);

        /** Reads it, without holding a line, which can be as long as the file; what is no file, as a pipe, is taken for empty. */
        static State of(Path file) throws IOException {
            if (!Files.isRegularFile(file)) {
                return EMPTY;
            }
            PlainFile.check(file, SizeLimit.STREAM);
            boolean databases = false;
            boolean open = false;
            StringBuilder line = new StringBuilder();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                for (int b = in.read(); b >= 0; b = in.read()) {
                    if (b == '\n') {
                        open = is(line, UndoText.BEGIN) || (open && !is(line, UndoText.COMMIT));
                        line.setLength(0);
                    } else if (line.length() <= CONNECT.length()) {
                        line.append((char) b);
                        databases |= is(line, CONNECT);
                    }
                }
            }
            return new State(databases, !open && line.isEmpty());
        }

        private static boolean is(StringBuilder line, String words) {
            return words.contentEquals(line);
        }
    }
}

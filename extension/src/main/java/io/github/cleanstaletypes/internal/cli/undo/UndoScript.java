package io.github.cleanstaletypes.internal.cli.undo;

import io.github.cleanstaletypes.internal.catalog.undo.UndoText;
import io.github.cleanstaletypes.internal.file.PlainFile;
import io.github.cleanstaletypes.internal.file.SizeLimit;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
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
    private static final String IF = "\\if ";
    private static final String END_IF = "\\endif";
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
     * The lines around the statements that bring a type back, by which psql passes over one that was not removed after all, since it is
     * still there by its number and its name, or by the name that it gets when it is renamed out of the way. Statements that another
     * transaction's settings would not reach: so nothing in it is looked up along a path, and the name is written in digits.
     */
    static String unlessStillThere(long oid, String name, String statements) {
        String hex = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
        return "SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_type t WHERE t.oid OPERATOR(pg_catalog.=) '" + oid
                + "'::pg_catalog.oid AND (pg_catalog.encode(pg_catalog.convert_to(t.typname::pg_catalog.text, 'UTF8'),"
                + " 'hex') OPERATOR(pg_catalog.=) '" + hex
                + "' OR pg_catalog.starts_with(t.typname::pg_catalog.text, 'stale_" + oid + "_'))) AS removed \\gset\n"
                + IF + ":removed\n" + statements + "\n" + END_IF + "\n";
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
            boolean within = false;
            StringBuilder line = new StringBuilder();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                for (int b = in.read(); b >= 0; b = in.read()) {
                    if (b == '\n') {
                        open = is(line, UndoText.BEGIN) || (open && !is(line, UndoText.COMMIT));
                        within = line.indexOf(IF) == 0 || (within && !is(line, END_IF));
                        line.setLength(0);
                    } else if (line.length() <= CONNECT.length()) {
                        line.append((char) b);
                        databases |= is(line, CONNECT);
                    }
                }
            }
            return new State(databases, !open && !within && line.isEmpty());
        }

        private static boolean is(StringBuilder line, String words) {
            return words.contentEquals(line);
        }
    }
}

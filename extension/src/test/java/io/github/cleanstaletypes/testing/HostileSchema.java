package io.github.cleanstaletypes.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schema that stands before {@code pg_catalog} on everybody's search path in a database, and holds a namesake of each operator,
 * function, type and relation that the statements of this project use. They are taken from the {@code .sql} resources themselves, so a new
 * statement is covered. The server counts what is called of it.
 */
public final class HostileSchema {

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern OPERATOR = Pattern.compile("[-+*/<>=~!@#%^&|`?]+");
    private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Path STATEMENTS = Path.of("target", "classes");

    private final TestDatabase database;
    private final CalledFunctions called;

    private HostileSchema(TestDatabase database, CalledFunctions called) {
        this.database = database;
        this.called = called;
    }

    /** Makes it, and has every new session of this database find it first. */
    public static HostileSchema in(TestDatabase database) throws IOException {
        HostileSchema schema = new HostileSchema(database, CalledFunctions.in(database));
        database.execute(
                setting("hostile.operators", operators()),
                setting("hostile.functions", words()),
                setting("hostile.words", words()),
                script(),
                "ALTER DATABASE " + database.name() + " SET search_path = ev, pg_catalog, public");

        return schema;
    }

    /** How many namesakes there are: operators, functions, types and relations. */
    public long size() {
        return Long.parseLong(CalledFunctions.texts(
                        database,
                        "SELECT (SELECT count(*) FROM pg_operator WHERE oprnamespace = 'ev'::regnamespace)"
                                + " + (SELECT count(*) FROM pg_proc WHERE pronamespace = 'ev'::regnamespace)"
                                + " + (SELECT count(*) FROM pg_type WHERE typnamespace = 'ev'::regnamespace)")
                .get(0));
    }

    /** What of it was called, by sessions that have ended. */
    public List<String> called() {
        return called.names();
    }

    private static String setting(String name, Set<String> values) {
        return "SET " + name + " = '" + String.join(" ", values) + "'";
    }

    private static Set<String> operators() throws IOException {
        Set<String> operators = tokens(OPERATOR, operator -> true);
        // IN, IS DISTINCT FROM, CASE x WHEN, nullif and BETWEEN are written with words
        operators.addAll(List.of("=", "<>", "<", ">", "<=", ">=", "||"));
        return operators;
    }

    private static Set<String> words() throws IOException {
        return tokens(WORD, word -> word.length() > 1);
    }

    private static Set<String> tokens(Pattern pattern, Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(STATEMENTS)) {
            Set<String> tokens = new TreeSet<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".sql")).toList()) {
                String bare = COMMENT.matcher(Files.readString(file)).replaceAll(" ");
                String code = LITERAL.matcher(bare).replaceAll(" ");
                tokens.addAll(pattern.matcher(code)
                        .results()
                        .map(match -> match.group())
                        .filter(wanted)
                        .collect(Collectors.toSet()));
            }
            return tokens;
        }
    }

    private static String script() throws IOException {
        try (InputStream in = HostileSchema.class.getResourceAsStream("hostile_schema.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

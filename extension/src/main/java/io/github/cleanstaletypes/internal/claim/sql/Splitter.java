package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a script into statements where psql does: at a semicolon outside of quotes, comments, parentheses (a CREATE RULE holds
 * statements in them) and the bodies of SQL-standard functions.
 */
final class Splitter {

    /** More than any statement has in front of what it creates; what a seed inserts need not be kept. */
    private static final int MOST_TOKENS = 20_000;

    /** What a statement returns is executed by this, which is therefore kept with it. */
    private static final String EXECUTES = "\\gexec";

    private static final Set<String> SENDS =
            Set.of("\\g", "\\gx", EXECUTES, "\\gset", "\\gdesc", "\\crosstabview", "\\watch", "\\;");

    private static final String END_OF_DATA = "\\.";

    private final Scanner scanner;
    private final Lines lines;
    private List<Token> tokens = new ArrayList<>();
    private int parentheses;
    private int blocks;
    private boolean routine;

    private Splitter(String sql) {
        this.scanner = new Scanner(sql);
        this.lines = new Lines(sql);
    }

    static void split(String sql, Consumer<Statement> to) {
        Splitter splitter = new Splitter(sql);
        for (Statement statement = splitter.next(); statement != null; statement = splitter.next()) {
            to.accept(statement);
        }
    }

    private @Nullable Statement next() {
        begin();
        for (Token token = scanner.next(); token != null; token = scanner.next()) {
            if (token.kind() == Kind.COMMAND ? ends(token) : token.is(';') && parentheses == 0 && blocks == 0) {
                if (copiesData()) {
                    scanner.skipCopyData();
                }
                if (!tokens.isEmpty()) {
                    return statement();
                }
            } else if (token.text().equals(END_OF_DATA)) {
                // of a COPY that a variable holds
                begin();
            } else if (token.kind() != Kind.COMMAND) {
                keep(token);
            }
        }
        return tokens.isEmpty() ? null : statement();
    }

    private void begin() {
        tokens = new ArrayList<>();
        parentheses = 0;
        blocks = 0;
        routine = false;
    }

    /** Whether the command sends the statement before it; one that stands alone is told as a statement. */
    private boolean ends(Token command) {
        if (tokens.isEmpty()) {
            tokens.add(command);
            return true;
        }
        if (command.text().equals(EXECUTES)) {
            tokens.add(command);
        }
        return SENDS.contains(command.text());
    }

    private Statement statement() {
        return new Statement(tokens, lines.at(scanner.position()));
    }

    private void keep(Token token) {
        if (tokens.size() < MOST_TOKENS) {
            tokens.add(token);
        }
        if (token.is('(')) {
            parentheses++;
        } else if (token.is(')')) {
            parentheses = Math.max(0, parentheses - 1);
        } else if (token.kind() == Kind.WORD && parentheses == 0) {
            nest(token);
        }
    }

    /** Follows BEGIN ATOMIC … END of a routine, in which a CASE has an END too. */
    private void nest(Token word) {
        if (tokens.size() <= 4
                && (word.is("function") || word.is("procedure"))
                && tokens.get(0).is("create")) {
            routine = true;
        } else if (routine && (word.is("begin") || (word.is("case") && blocks > 0))) {
            blocks++;
        } else if (word.is("end") && blocks > 0) {
            blocks--;
        }
    }

    private boolean copiesData() {
        if (tokens.isEmpty() || !tokens.get(0).is("copy")) {
            return false;
        }
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("from") && tokens.get(i + 1).is("stdin")) {
                return true;
            }
        }
        return false;
    }
}

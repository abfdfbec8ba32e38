package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.Token.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Goes through the tokens of one statement. */
final class Cursor {

    private static final Token END = new Token(Kind.SYMBOL, "");

    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Another one that is as far, and leaves this one where it is. */
    Cursor ahead() {
        return new Cursor(tokens.subList(at, tokens.size()));
    }

    Token peek() {
        return at < tokens.size() ? tokens.get(at) : END;
    }

    Token take() {
        Token token = peek();
        at = Math.min(at + 1, tokens.size());
        return token;
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    /** Takes these words if all of them come next. */
    boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    boolean accept(char symbol) {
        if (peek().is(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    /** Takes whichever of these words comes next. */
    boolean acceptAny(String... words) {
        for (String word : words) {
            if (accept(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of these words comes next. */
    boolean peekAny(String... words) {
        return Arrays.stream(words).anyMatch(peek()::is);
    }

    /** Takes {@code schema.name} if it comes next. */
    boolean acceptQualified(String schema, String name) {
        int start = at;
        if (accept(schema) && accept('.') && accept(name)) {
            return true;
        }
        at = start;
        return false;
    }

    /** Goes behind the next occurrence of these words that is not in parentheses. */
    boolean skipBehind(String... words) {
        int depth = 0;
        while (!atEnd()) {
            if (depth == 0 && accept(words)) {
                return true;
            }
            Token token = take();
            depth += token.is('(') ? 1 : token.is(')') ? -1 : 0;
        }
        return false;
    }

    /** Whether one of the actions that follow, with commas between, begins with this word; takes nothing. */
    boolean anyAction(String word) {
        int depth = 0;
        boolean first = true;
        for (Token token : tokens.subList(at, tokens.size())) {
            if (first && token.is(word)) {
                return true;
            }
            depth += token.is('(') ? 1 : token.is(')') ? -1 : 0;
            first = depth == 0 && token.is(',');
        }
        return false;
    }

    /** Whether the last of all is this word. */
    boolean endsWith(String word) {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(word);
    }

    /** Takes a name, qualified or not; empty if what comes next is none that can be known. */
    Optional<SqlName> name() {
        List<String> parts = new ArrayList<>();
        do {
            Token part = take();
            if (part.kind() != Kind.WORD && part.kind() != Kind.QUOTED) {
                return Optional.empty();
            }
            parts.add(part.text());
        } while (accept('.'));
        int last = parts.size() - 1;
        return switch (parts.size()) {
            case 1 -> Optional.of(new SqlName(null, parts.get(0)));
            case 2, 3 -> Optional.of(new SqlName(parts.get(last - 1), parts.get(last)));
            default -> Optional.empty();
        };
    }

    /** Whether what follows a name can follow one: a template's marks glued to it cannot. */
    boolean nameIsWhole() {
        return atEnd() || peek().kind() == Kind.WORD || peek().is('(') || peek().is(',');
    }
}

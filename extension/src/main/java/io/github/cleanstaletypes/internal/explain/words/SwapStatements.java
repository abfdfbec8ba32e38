package io.github.cleanstaletypes.internal.explain.words;

import io.github.cleanstaletypes.internal.catalog.named.EnumColumn;
import io.github.cleanstaletypes.internal.catalog.named.EnumType;
import java.util.ArrayList;
import java.util.List;

/** Writes the statements that finish the swap of an enum, or take it back. Stateless. */
public final class SwapStatements {

    private SwapStatements() {}

    /** All columns get the one that stays; it takes the name. */
    public static String finish(EnumType from, EnumType to, String base) {
        return moved(from, to, base);
    }

    /** All columns get the one that was to go; it has its name back. */
    public static String back(EnumType from, EnumType to, String base) {
        return moved(to, from, base);
    }

    private static String moved(EnumType from, EnumType to, String base) {
        List<String> statements = new ArrayList<>(List.of("BEGIN"));
        from.columns().stream()
                .filter(column -> !column.generated())
                .forEach(column -> statements.addAll(moved(column, from, to)));
        statements.add("DROP TYPE " + from.written() + " RESTRICT");
        if (!to.name().equals(base)) {
            statements.add("ALTER TYPE " + to.written() + " RENAME TO \"" + base.replace("\"", "\"\"") + "\"");
        }
        statements.add("COMMIT");
        return String.join("; ", statements) + ";";
    }

    private static List<String> moved(EnumColumn column, EnumType from, EnumType to) {
        String alter = "ALTER " + column.target() + " ALTER COLUMN " + column.column();
        String array = column.array() ? "[]" : "";
        List<String> statements = new ArrayList<>();
        if (column.defaultExpression() != null) {
            statements.add(alter + " DROP DEFAULT");
        }
        statements.add(alter + " TYPE " + to.written() + array + " USING " + column.column() + "::text" + array + "::"
                + to.written() + array);
        if (column.defaultExpression() != null) {
            statements.add(alter + " SET DEFAULT " + retyped(column.defaultExpression(), from, to));
        }
        return statements;
    }

    /** The expression with the one type in the place of the other; what stands in quotes is left. */
    private static String retyped(String expression, EnumType from, EnumType to) {
        StringBuilder text = new StringBuilder();
        String cast = "::" + from.written();
        boolean quoted = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            quoted ^= c == '\'';
            int end = i + cast.length();
            boolean whole = end >= expression.length() || !inName(expression.charAt(end));
            if (!quoted && whole && expression.startsWith(cast, i)) {
                text.append("::").append(to.written());
                i = end - 1;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean inName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}

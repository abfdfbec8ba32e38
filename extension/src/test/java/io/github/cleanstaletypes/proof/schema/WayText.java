package io.github.cleanstaletypes.proof.schema;

import io.github.cleanstaletypes.testing.TypeRow;
import java.util.List;

/**
 * Fills the statements of a {@link Way}; what it puts in may hold anything. Immutable.
 *
 * @param type the type's name
 * @param schema its schema's
 * @param names three new names with a schema
 * @param name the first of them without it
 */
record WayText(String type, String schema, List<String> names, String name) {

    /** The statement with names for its places. */
    String fill(String statement) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = statement.indexOf('{'); open >= 0; open = statement.indexOf('{', at)) {
            int close = closing(statement, open);
            filled.append(statement, at, open).append(place(statement.substring(open + 1, close)));
            at = close + 1;
        }
        return filled.append(statement, at, statement.length()).toString();
    }

    private String place(String key) {
        return switch (key) {
            case "" -> "{}";
            case "T" -> type;
            case "S" -> schema;
            case "L" -> TypeRow.literal(type);
            case "C" -> "(NULL::" + type + " IS NULL)";
            case "E" -> "(CASE x WHEN 12345 THEN NULL::" + type + " END IS NULL)";
            case "1u" -> name;
            case "1", "2", "3" -> names.get(Integer.parseInt(key) - 1);
            default -> body(key);
        };
    }

    private String body(String key) {
        if (!key.startsWith("B:")) {
            throw new IllegalArgumentException("No such place: {" + key + "}");
        }
        return TypeRow.literal(fill(key.substring(2)));
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("Nothing closes the place in " + text);
    }
}

package io.github.cleanstaletypes.compatibility;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Says which fields a JSON text has: a path and a kind for each, with the value where that is one of a few words. Stateless. */
final class JsonShape {

    /** What programs compare, beside numbers and names. */
    private static final Set<String> WORDS =
            Set.of("tool", "command", "code", "kind", "claimed_by", "raises", "outcome", "next", "cause", "sqlstate");

    private JsonShape() {}

    /** One line for each, such as {@code findings.code = UNUSED_TYPE}. */
    static Set<String> of(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            Set<String> shape = new TreeSet<>();
            value(parser, "", "", shape);
            return shape;
        }
    }

    private static void value(JsonParser parser, String path, String name, Set<String> shape) throws IOException {
        switch (String.valueOf(parser.currentToken())) {
            case "START_OBJECT" -> {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String field = parser.currentName();
                    parser.nextToken();
                    value(parser, path + "." + field, field, shape);
                }
            }
            case "START_ARRAY" -> {
                shape.add(path + " is an array");
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(parser, path, name, shape);
                }
            }
            // a probe's words are those of another moment
            case "VALUE_STRING" ->
                shape.add(path
                        + (WORDS.contains(name) && !path.startsWith(".probes")
                                ? " = " + parser.getText()
                                : " is a text"));
            case "VALUE_NUMBER_INT", "VALUE_NUMBER_FLOAT" -> shape.add(path + " is a number");
            case "VALUE_TRUE", "VALUE_FALSE" -> shape.add(path + " is true or false");
            default -> shape.add(path + " is null");
        }
    }
}

package io.github.cleanstaletypes.internal.error.message;

import java.util.regex.Pattern;

/** What stands at a placeholder of a message; most are in quotes, and then can be anything. */
public enum Argument {
    /** The name of what the message is about. */
    NAME("(?s).+"),
    /** The name of the table, domain or the like that it belongs to. */
    TABLE("(?s).+"),
    /** The name of the schema that it is in. */
    SCHEMA("(?s).+"),
    /** A name that does not matter. */
    OTHER("(?s).+"),
    /** The name of an operator, without quotes. */
    OPERATOR("(?:[^\\s()]{1,63}\\.)?[-+*/<>=~!@#%^&|`?]+"),
    /** A function's name and the types of its arguments, without quotes. */
    SIGNATURE("[^\\s:][^:]*\\)"),
    /** A type as {@code format_type} writes it, such as {@code timestamp without time zone[]}. */
    TYPE("(?:\"[^\"]+\"\\.)?(?:\"[^\"]+\"|[\\p{L}\\p{N}_.]+)(?: (?:varying|precision|with(?:out)? time zone))*"
            + "(?:\\(\\d+(?:,\\d+)?\\))?(?:\\[])?"),
    /** A domain, likewise. */
    DOMAIN(TYPE.shape.pattern()),
    /** An encoding's name, without quotes. */
    ENCODING("[\\p{Alnum}_]+"),
    /** An oid, or a number within an operator family. */
    NUMBER("\\d+"),
    /** An object in words, in the server's language: {@code type app.mood}. */
    DESCRIPTION("\\S.*");

    private final Pattern shape;

    Argument(String shape) {
        this.shape = Pattern.compile(shape);
    }

    /** How it looks; a message that is found elsewhere is none. */
    Pattern shape() {
        return shape;
    }
}

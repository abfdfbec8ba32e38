package io.github.cleanstaletypes.internal.error.message;

import java.util.List;
import java.util.Optional;

/**
 * A message that was found in a line.
 *
 * @param message which one
 * @param language the language that it is in, as gettext calls it: {@code de}, {@code zh_CN}, and {@code en} for the untranslated text
 * @param start where it begins in the line
 * @param end where it ends in the line, exclusive
 * @param arguments what stands at its placeholders, verbatim, in the order of the English text
 */
public record Match(ServerMessage message, String language, int start, int end, List<String> arguments) {

    public Match {
        arguments = List.copyOf(arguments);
    }

    /** The name of what the message is about. */
    public Optional<String> name() {
        return argument(Argument.NAME)
                .or(() -> argument(Argument.OPERATOR))
                .or(() -> argument(Argument.SIGNATURE)
                        .map(signature -> signature.substring(0, signature.lastIndexOf('('))));
    }

    /** The name of the table, or domain, that it belongs to, or that the message is about. */
    public Optional<String> table() {
        return argument(Argument.TABLE).or(() -> argument(Argument.DOMAIN));
    }

    /** The schema that the message tells. */
    public Optional<String> schema() {
        return argument(Argument.SCHEMA);
    }

    /** The argument of this kind, if the message has one. */
    public Optional<String> argument(Argument argument) {
        int index = message.arguments().indexOf(argument);
        return index < 0 ? Optional.empty() : Optional.of(arguments.get(index));
    }
}

package io.github.cleanstaletypes.internal.error.message;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the messages of {@link ServerMessage} in a line, in each language that the server speaks. The line may be a whole log line: what
 * stands before and after the message does not matter. Stateless, and so safe for any number of threads; what it knows is loaded when it
 * is first asked.
 */
public final class ServerMessages {

    private static final Pattern NUMBERED = Pattern.compile("^(第?)\\s*\\d+\\s*(行?)$|\\s*\\d+$");
    private static final Pattern LEVEL = Pattern.compile("^(DEBUG)[1-5]$");

    private static final String ENGLISH = "en";

    private ServerMessages() {}

    private static final class Known {
        static final Translations TRANSLATIONS = Translations.read();
        static final AnchorIndex ANCHORS = new AnchorIndex(TRANSLATIONS.templates());
    }

    /**
     * The messages in this line, in its order. Where two overlap, the more specific one is told. A name is told as it stands there,
     * without its quotes.
     */
    public static List<Match> in(String line) {
        return Known.ANCHORS.anyIn(line) ? lookedAtClosely(line) : List.of();
    }

    /** How serious a message is before which this word stands, in whatever language. */
    public static Optional<Severity> severity(String word) {
        return Known.TRANSLATIONS.severity(LEVEL.matcher(word.strip()).replaceFirst("$1"));
    }

    /** What this word, without its colon, stands before, in whatever language; {@code LINE 3} is such a word. */
    public static Optional<Label> label(String word) {
        return Known.TRANSLATIONS.label(NUMBERED.matcher(word.strip()).replaceFirst("$1$2"));
    }

    /** The object that the message has in words, as that which could not be dropped, if it has one and it is of a usual kind. */
    public static Optional<Described> described(Match match) {
        return match.argument(Argument.DESCRIPTION)
                .flatMap(words -> Known.TRANSLATIONS
                        .descriptions()
                        .read(match.language(), words)
                        // a description that is alike in both languages is English
                        .or(() -> Known.TRANSLATIONS.descriptions().read(ENGLISH, words)));
    }

    private static List<Match> lookedAtClosely(String line) {
        PlainLine plain = PlainLine.of(line);
        Set<Found> found = new HashSet<>();
        for (Map.Entry<Integer, List<Anchor>> place :
                Known.ANCHORS.in(plain.text()).entrySet()) {
            for (Anchor anchor : place.getValue()) {
                Comparison.around(plain, anchor, place.getKey()).ifPresent(found::add);
            }
        }
        return Overlaps.resolved(found).stream().map(Found::toMatch).toList();
    }
}

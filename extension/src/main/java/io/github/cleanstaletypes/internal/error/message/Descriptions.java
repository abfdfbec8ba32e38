package io.github.cleanstaletypes.internal.error.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads objects that the server has put into words, in each language. */
final class Descriptions {

    private record Wording(
            Description description, Pattern pattern, int placeholders, int fixedLength, boolean nameFirst) {}

    /** A name as SQL writes it, with a schema or not, and with the types of a function's arguments. */
    private static final String NAME =
            "((?:(?:\"(?:[^\"]|\"\")+\"|[^\\s\"().]+)\\.)?(?:\"(?:[^\"]|\"\")+\"|[^\\s\"().]+)(?:\\(.*\\))?(?:\\[])?)";

    private static final String OWNER = "(.+)";

    private static final Comparator<Wording> MOST_SPECIFIC_FIRST = Comparator.comparingInt(Wording::placeholders)
            .thenComparingInt(Wording::fixedLength)
            .reversed();

    private final Map<String, List<Wording>> wordings = new HashMap<>();

    void add(String language, Description description, String text) {
        List<String> pieces = List.of(Template.PLACEHOLDER.split(text.strip(), -1));
        boolean nameFirst = !text.contains("%2$s") || text.indexOf("%1$s") < text.indexOf("%2$s");
        StringBuilder pattern = new StringBuilder(Pattern.quote(pieces.get(0)));
        for (int i = 1; i < pieces.size(); i++) {
            pattern.append((i == 1) == nameFirst ? NAME : OWNER).append(Pattern.quote(pieces.get(i)));
        }
        List<Wording> inLanguage = wordings.computeIfAbsent(language, unseen -> new ArrayList<>());
        inLanguage.add(new Wording(
                description,
                Pattern.compile(pattern.toString()),
                pieces.size() - 1,
                String.join("", pieces).length(),
                nameFirst));
        inLanguage.sort(MOST_SPECIFIC_FIRST);
    }

    Optional<Described> read(String language, String text) {
        for (Wording wording : wordings.getOrDefault(language, List.of())) {
            Matcher matcher = wording.pattern().matcher(text.strip());
            if (matcher.matches()) {
                ObjectKind kind = wording.description().kind();
                if (matcher.groupCount() == 1) {
                    return Optional.of(new Described(kind, matcher.group(1), Optional.empty()));
                }
                String owner = matcher.group(wording.nameFirst() ? 2 : 1);
                return Optional.of(new Described(
                        kind,
                        matcher.group(wording.nameFirst() ? 1 : 2),
                        Optional.of(read(language, owner).map(Described::name).orElse(owner))));
            }
        }
        return Optional.empty();
    }
}

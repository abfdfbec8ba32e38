package io.github.cleanstaletypes.internal.error.message;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Four characters of a template that few other texts have. Only where a line has them, the template is compared with it.
 *
 * @param literal in which of the template's fixed pieces they are
 * @param offset where they begin in that
 */
record Anchor(Template template, int literal, int offset) {

    static final int LENGTH = 4;

    /** Chooses the rarest four characters of a template. */
    static Anchor of(Template template, Map<Character, Long> frequencies) {
        return IntStream.range(0, template.literals().size())
                .boxed()
                .flatMap(literal -> in(template, literal))
                .min(Comparator.comparingLong(anchor -> anchor.frequency(frequencies)))
                .orElseThrow(() -> new IllegalArgumentException(template + " has no long enough piece"));
    }

    private static Stream<Anchor> in(Template template, int literal) {
        return IntStream.rangeClosed(0, template.literals().get(literal).length() - LENGTH)
                .mapToObj(offset -> new Anchor(template, literal, offset))
                .filter(anchor -> anchor.text().indexOf('"') < 0);
    }

    String text() {
        return template.literals().get(literal).substring(offset, offset + LENGTH);
    }

    private long frequency(Map<Character, Long> frequencies) {
        return text().chars()
                .mapToLong(c -> frequencies.getOrDefault((char) c, 0L))
                .sum();
    }
}

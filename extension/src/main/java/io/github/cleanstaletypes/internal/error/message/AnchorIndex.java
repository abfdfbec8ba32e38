package io.github.cleanstaletypes.internal.error.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the anchors of all templates in one pass over a line. Most places of a line are dismissed by one look into a table of bits, which
 * is what a log of many megabytes costs. Immutable.
 */
final class AnchorIndex {

    private static final int BITS = 16;

    private final Map<Long, List<Anchor>> anchors = new HashMap<>();
    private final long[] table = new long[1 << (BITS - 6)];

    AnchorIndex(Collection<Template> templates) {
        Map<Character, Long> frequencies = templates.stream()
                .flatMap(template -> template.literals().stream())
                .flatMapToInt(String::chars)
                .mapToObj(c -> (char) c)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        for (Template template : templates) {
            Anchor anchor = Anchor.of(template, frequencies);
            long key = key(anchor.text());
            anchors.computeIfAbsent(key, unseen -> new ArrayList<>()).add(anchor);
            table[bit(key) >>> 6] |= 1L << bit(key);
        }
    }

    /** Whether any anchor is in the line. */
    boolean anyIn(String line) {
        long key = 0;
        for (int i = 0; i < line.length(); i++) {
            key = (key << Character.SIZE) | PlainLine.plain(line.charAt(i));
            if (maybe(key) && anchors.containsKey(key)) {
                return true;
            }
        }
        return false;
    }

    /** The anchors that end in front of each place of this text. */
    Map<Integer, List<Anchor>> in(String plain) {
        Map<Integer, List<Anchor>> found = new HashMap<>();
        long key = 0;
        for (int i = 0; i < plain.length(); i++) {
            key = (key << Character.SIZE) | plain.charAt(i);
            List<Anchor> here = maybe(key) ? anchors.get(key) : null;
            if (here != null) {
                found.put(i + 1, here);
            }
        }
        return found;
    }

    private boolean maybe(long key) {
        int bit = bit(key);
        return (table[bit >>> 6] & (1L << bit)) != 0;
    }

    private static int bit(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - BITS));
    }

    private static long key(String text) {
        return text.chars().mapToLong(c -> c).reduce(0, (key, c) -> (key << Character.SIZE) | c);
    }
}

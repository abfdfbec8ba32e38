package io.github.cleanstaletypes.proof.schema;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Names of which many do harm where they are not quoted, each of them once.
 *
 * <p>None is such that a body which mentions another one could be read as a mention of it, as {@code "."} is in {@code "a"."b"}.
 */
final class RandomNames {

    private static final List<String> HOSTILE = List.of(
            "o'clock",
            "inch\"mark",
            "\"\"\"",
            "no.schema",
            "   ",
            " padded ",
            "select",
            "user",
            "table",
            "Mixed Case",
            "UPPER",
            "50% %I %L %s %2$s",
            "\\back\\slash",
            "\\'",
            "line\nfeed",
            "return\r\ttab",
            "bell\u0007 escape\u001b[1m \u0001\u007f",
            "\uD83D\uDC18 elephant",
            "\u202eturned",
            "Größe İıſ",
            "$2 ? :colon @at",
            "{fn user()} {ts '1'}",
            "-- /* ;",
            "); DROP SCHEMA public CASCADE; --",
            "$$ $body$",
            "E'\\t' U&\"\\0041\"",
            "q,w;e(r)[t]<y>&lt;",
            "stale_1_",
            "stale_16384_mood",
            "stale_99_Mood",
            "_underscored",
            "7",
            "z".repeat(63),
            "ü".repeat(31) + "z",
            "z" + "ü".repeat(31),
            "\uD83D\uDC18".repeat(15) + "zzz");

    private final Random random;
    private final Set<String> taken = new HashSet<>();
    private int count;

    RandomNames(Random random) {
        this.random = random;
    }

    /** A type's name that nothing else has, an ordinary one or a hostile one. */
    String ofType() {
        String number = "t" + count++;
        if (random.nextInt(3) == 0) {
            return number;
        }
        String name = HOSTILE.get(random.nextInt(HOSTILE.size()));
        return taken.add(name) ? name : numbered(number, name);
    }

    /** A name of something else that nothing else has. */
    String ofAnother() {
        return numbered("n" + count++, HOSTILE.get(random.nextInt(HOSTILE.size())));
    }

    private static String numbered(String number, String name) {
        // in one word: a word of a name that stands in a body is a mention of it
        String longer = number + name;
        while (longer.getBytes(StandardCharsets.UTF_8).length > 63) {
            longer = longer.substring(0, longer.offsetByCodePoints(longer.length(), -1));
        }
        return longer;
    }
}

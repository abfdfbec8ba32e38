package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.Creator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what is known of a transaction that creates something, and what this role may not see. */
final class CreatorInWords {

    private static final String HIDDEN = "not visible to this role";

    private CreatorInWords() {}

    static String session(Creator creator) {
        List<String> words = new ArrayList<>();
        words.add("pid " + creator.pid());
        add(words, "role ", creator.role());
        add(words, "application ", creator.applicationName());
        words.add("for " + age(creator.age()));
        words.add(creator.query() == null ? "query " + HIDDEN : "query: " + shortened(creator.query()));
        return String.join(", ", words);
    }

    static String prepared(Creator creator) {
        List<String> words = new ArrayList<>();
        add(words, "by ", creator.role());
        words.add("prepared " + age(creator.age()) + " ago");
        return String.join(", ", words);
    }

    static Map<String, Object> evidence(Creator creator) {
        Evidence evidence = new Evidence();
        evidence.put("pid", creator.pid() == null ? null : creator.pid().longValue())
                .put("gid", creator.gid())
                .put("role", creator.role())
                .put("application_name", creator.applicationName())
                .put("xid", creator.xid())
                .put("age_seconds", creator.age() == null ? null : creator.age().toSeconds());
        if (!creator.prepared()) {
            evidence.put("client", creator.client())
                    .put("state", creator.state() == null ? HIDDEN : creator.state())
                    .put("query", creator.query() == null ? HIDDEN : creator.query());
        }
        return evidence.facts();
    }

    private static void add(List<String> words, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            words.add(label + value);
        }
    }

    private static String age(@Nullable Duration age) {
        if (age == null) {
            return "a time " + HIDDEN;
        }
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }

    private static String shortened(String query) {
        String oneLine = query.strip().replaceAll("\\s+", " ");
        return oneLine.length() <= 120 ? oneLine : oneLine.substring(0, 120) + "…";
    }
}

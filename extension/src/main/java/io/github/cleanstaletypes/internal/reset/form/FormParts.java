package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.FormRefusal.Kind;
import io.github.cleanstaletypes.internal.sql.RawText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A form taken apart: each part has a name for people and a value, and what cannot be carried over has a reason. What is compared, and what
 * is told before, come from the same list, so that nothing is lost between the two. Not thread-safe.
 */
final class FormParts {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> topics = new LinkedHashMap<>();
    private final Set<String> left = new LinkedHashSet<>();
    private final List<FormRefusal> refusals = new ArrayList<>();

    /** A part that is a topic by itself. */
    void part(String what, @Nullable Object value) {
        part(what, what, value);
    }

    /** A part of what is carried over, or left out, as a whole. */
    void part(String topic, String what, @Nullable Object value) {
        values.put(what, String.valueOf(value));
        topics.put(what, topic);
    }

    /** A part that is left out, and told, if there is an obstacle. */
    void part(String what, @Nullable Object value, Kind kind, @Nullable String obstacle) {
        part(what, value);
        leave(what, kind, obstacle);
    }

    /** Leaves a topic out, and tells that, if there is an obstacle. */
    void leave(String topic, Kind kind, @Nullable String obstacle) {
        if (obstacle != null) {
            leave(topic);
            note(kind, topic, obstacle);
        }
    }

    /** Leaves a topic out, of which another one tells. */
    void leave(String topic) {
        left.add(topic);
    }

    /** Whether it is left out as a whole. */
    boolean leaves(String topic) {
        return left.contains(topic);
    }

    /** Something that is told and does not keep a part from being compared. */
    void note(Kind kind, String what, String why) {
        refusals.add(new FormRefusal(kind, RawText.shown(what), RawText.shown(why)));
    }

    /** What was told. */
    List<FormRefusal> refusals() {
        return refusals;
    }

    /** What differs in another form, of that which should be the same; without the values, which may be secrets. */
    List<String> differences(FormParts after) {
        Set<String> all = new TreeSet<>(values.keySet());
        all.addAll(after.values.keySet());
        all.removeIf(what ->
                left.contains(what) || left.contains(topics.get(what)) || left.contains(after.topics.get(what)));
        List<String> differences = new ArrayList<>();
        for (String what : all) {
            String old = values.get(what);
            String now = after.values.get(what);
            if (old == null) {
                differences.add(RawText.shown(what) + ": was not there");
            } else if (now == null) {
                differences.add(RawText.shown(what) + ": is missing");
            } else if (!old.equals(now)) {
                differences.add(RawText.shown(what) + ": is not the same");
            }
        }
        return differences;
    }
}

package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.sql.RawText;
import io.github.cleanstaletypes.report.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes bytes that are no text as escapes, where what was found leaves this project's hands. Stateless. */
final class Shown {

    private Shown() {}

    static Subject of(Subject subject) {
        return new Subject(
                text(subject.schema()),
                text(subject.name()),
                subject.oid(),
                subject.kind(),
                RawText.shown(subject.display()));
    }

    static Map<String, Object> of(Map<String, Object> facts) {
        Map<String, Object> shown = new LinkedHashMap<>();
        facts.forEach((name, fact) -> shown.put(name, fact(fact)));
        return shown;
    }

    private static Object fact(Object fact) {
        if (fact instanceof List<?> list) {
            return list.stream()
                    .map(element -> RawText.shown(String.valueOf(element)))
                    .toList();
        }
        return fact instanceof String text ? RawText.shown(text) : fact;
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null ? null : RawText.shown(text);
    }
}

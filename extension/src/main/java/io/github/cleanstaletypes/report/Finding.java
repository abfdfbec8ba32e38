package io.github.cleanstaletypes.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One root cause, with its evidence. Immutable.
 *
 * @param code which cause it is
 * @param subject the object that it is about
 * @param title what to call the object: its name as SQL writes it, or what it is
 * @param label the name as the user wrote it: with its schema only if that was written, or if the schema is not {@code public}
 * @param claimedBy who claimed the name that brought it up, or null if it is found wherever it is
 * @param raises the SQLSTATE that a CREATE of that name gets, or the one that using the object gets; null if nothing fails
 * @param explanation what it is and what follows from it, in one or two sentences
 * @param remedy what to do, with a command to paste where there is one
 * @param evidence the facts behind it by name: a String, Long, Boolean or {@code List<String>} each, in the order to show them
 */
public record Finding(
        FindingCode code,
        Subject subject,
        String title,
        String label,
        @Nullable ClaimSource claimedBy,
        @Nullable String raises,
        String explanation,
        String remedy,
        Map<String, Object> evidence) {

    public Finding {
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }
}

package io.github.cleanstaletypes.internal.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what the comment of a type keeps that was renamed out of the way: a marker, its original name as a quoted identifier, that of
 * its multirange if it is a range, and on the lines below the comment that it had. The comment tells a quarantined type, never its name.
 *
 * @param originalName the name before it was renamed
 * @param originalMultirange the name that a range's multirange had, or null
 * @param originalComment the comment before it was renamed, or null
 * @param approval who set it aside until it is known whether it was in the way; null if it is to be dropped
 */
public record Quarantine(
        String originalName,
        @Nullable String originalMultirange,
        @Nullable String originalComment,
        @Nullable Approval approval) {

    /** How the comment of every type begins that waits to be dropped. */
    public static final String MARKER = "clean-stale-types: quarantined, original name ";

    /** How the comment of every type begins that is set aside: version 0.1.0, which drops what is quarantined, does not know it. */
    public static final String SET_ASIDE_MARKER = "clean-stale-types: set aside ";

    private static final Pattern HEAD = Pattern.compile("clean-stale-types: "
            + "(?:quarantined|set aside (and kept )?by guard ([0-9a-f]{16})), original name (?=\")");

    private static final String MULTIRANGE = ", multirange ";

    /**
     * A guard's mark on what it has renamed until its command has run again.
     *
     * @param guard the random part of the guard's token
     * @param kept whether the command has failed although the name was taken again, so that a person must decide
     */
    public record Approval(String guard, boolean kept) {}

    /** Describes a type that is to be dropped, and is no range. */
    public Quarantine(String originalName, @Nullable String originalComment) {
        this(originalName, null, originalComment, null);
    }

    /** The same, kept for a person to decide. */
    public Quarantine keptFor(String guard) {
        return new Quarantine(originalName, originalMultirange, originalComment, new Approval(guard, true));
    }

    /** The comment that says this. */
    public String comment() {
        String marker = approval == null
                ? MARKER
                : SET_ASIDE_MARKER + (approval.kept ? "and kept " : "") + "by guard " + approval.guard
                        + ", original name ";
        return marker
                + QuotedText.of(originalName)
                + (originalMultirange == null ? "" : MULTIRANGE + QuotedText.of(originalMultirange))
                + (originalComment == null ? "" : '\n' + originalComment);
    }

    static Optional<Quarantine> parse(@Nullable String comment) {
        Matcher head = HEAD.matcher(comment == null ? "" : comment);
        if (comment == null || !head.lookingAt()) {
            return Optional.empty();
        }
        QuotedText name = QuotedText.at(comment, head.end()).orElse(null);
        if (name == null) {
            return Optional.empty();
        }
        QuotedText multirange = comment.startsWith(MULTIRANGE, name.end())
                ? QuotedText.at(comment, name.end() + MULTIRANGE.length()).orElse(null)
                : null;
        String rest = comment.substring(multirange == null ? name.end() : multirange.end());
        if (!rest.isEmpty() && rest.charAt(0) != '\n') {
            return Optional.empty();
        }
        String guard = head.group(2);
        return Optional.of(new Quarantine(
                name.text(),
                multirange == null ? null : multirange.text(),
                rest.isEmpty() ? null : rest.substring(1),
                guard == null ? null : new Approval(guard, head.group(1) != null)));
    }
}

package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.NamedThing;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.StatementTarget;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A unique index could not be built, since rows of its table have the same key. */
final class DuplicateRows {

    /** What {@code pg_get_indexdef} writes. */
    private static final Pattern DEFINITION = Pattern.compile(
            "CREATE UNIQUE INDEX .* ON (.+?) USING \\w+ \\((.*?)\\)(?: INCLUDE \\(.*?\\))?(?: NULLS NOT DISTINCT)?(?: WITH \\(.*?\\))?"
                    + "(?: TABLESPACE \\S+)?(?: WHERE (.*))?");

    private DuplicateRows() {}

    static Optional<Advice> advise(Situation situation) {
        NamedThing left = situation.namesakes().stream()
                .filter(thing -> thing.kind().equals("index"))
                .findFirst()
                .orElse(null);
        StatementTarget target = situation.first().target();
        SqlName table = target == null ? null : target.on();
        return Optional.of(new Advice(
                "The unique index " + situation.name()
                        + " could not be built: rows of its table have the same key. The error's DETAIL tells one such key."
                        + (left == null
                                ? " Nothing of the index is left; one that is built CONCURRENTLY leaves itself behind, invalid."
                                : " What is left of it is invalid: no query uses it, and IF NOT EXISTS passes over it."),
                "Find the rows: " + query(left, table)
                        + " Decide which of them stay, and change or remove the others."
                        + (left == null
                                ? ""
                                : " Drop what is left: DROP INDEX CONCURRENTLY "
                                        + new SqlName(left.schema(), left.name()) + ";")
                        + " Then run the migration again.",
                situation.thereNow()));
    }

    private static String query(@Nullable NamedThing left, @Nullable SqlName table) {
        Matcher definition = DEFINITION.matcher(left == null ? "" : String.valueOf(left.definition()));
        boolean known = definition.matches();
        String key = known ? definition.group(2) : "KEY";
        String where = known && definition.group(3) != null ? " WHERE " + definition.group(3) : "";
        String from = known ? definition.group(1) : table == null ? "TABLE" : table.toString();
        return "SELECT " + key + ", count(*) FROM " + from + where + " GROUP BY " + key + " HAVING count(*) > 1;"
                + (known ? "" : " (KEY: the columns of the index)");
    }
}

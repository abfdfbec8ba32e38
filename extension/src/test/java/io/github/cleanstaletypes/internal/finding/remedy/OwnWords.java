package io.github.cleanstaletypes.internal.finding.remedy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds words of this project's command line in a text; those of other programs are none. */
public final class OwnWords {

    /** What other programs are told, as texts say it. */
    private static final Pattern FOREIGN = Pattern.compile(String.join(
            "|",
            "prisma migrate resolve --(?:applied|rolled-back)",
            "supabase migration repair --status",
            "node-pg-migrate up --fake",
            "manage\\.py migrate --fake",
            "typeorm migration:run --fake",
            "doctrine:migrations:version --add",
            "phinx migrate --fake",
            "alembic upgrade --sql",
            "pg_restore -d NEW DUMP",
            "psql -d NEW -v ON_ERROR_STOP=1 -f SCRIPT",
            "pg_restore --clean --if-exists"));

    private static final Pattern OPTION = Pattern.compile("(?<![^\\s\"'`(\\[])(?:--[a-z][a-z-]*|-[a-zA-Z](?![\\w-]))");

    /** A command where a reader is told to do something. */
    private static final Pattern COMMAND =
            Pattern.compile("(?<=: )(?:check|clean|restore|explain|guard)(?=[.,;]| -|$)");

    private OwnWords() {}

    /** Those of a command line. */
    public static List<String> in(String text) {
        String own = FOREIGN.matcher(text).replaceAll("");
        return Pattern.compile(OPTION + "|" + COMMAND)
                .matcher(own)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}

package io.github.cleanstaletypes.recovery;

import io.github.cleanstaletypes.race.OneConnection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The stale type {@code stale.mood}, an enum with a comment. */
final class StaleMood {

    static final String NAME = "stale.mood";
    static final String INTACT = "mood {sad,ok} a feeling";
    static final String QUARANTINED =
            "stale_\\d+_mood \\{sad,ok} clean-stale-types: quarantined, original name \"mood\"\na feeling";

    private StaleMood() {}

    /** Makes it anew. */
    static void create(OneConnection connection) throws SQLException {
        connection.execute("DROP SCHEMA IF EXISTS stale CASCADE; CREATE SCHEMA stale;"
                + " CREATE TYPE stale.mood AS ENUM ('sad', 'ok'); COMMENT ON TYPE stale.mood IS 'a feeling'");
    }

    /** Its name, labels and comment; or null if it is gone. */
    static @Nullable String of(OneConnection connection) throws SQLException {
        return connection.queryText(
                "SELECT concat_ws(' ', t.typname, ARRAY(SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid"
                        + " ORDER BY e.enumsortorder), obj_description(t.oid, 'pg_type')) FROM pg_type t"
                        + " WHERE t.typnamespace = 'stale'::regnamespace AND t.typtype = 'e'");
    }
}

package io.github.cleanstaletypes.internal.reset.form.value;

import io.github.cleanstaletypes.internal.sql.RawText;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One privilege that one role has given to another one. Immutable.
 *
 * @param grantor who gave it
 * @param grantee who has it, or null for everybody
 * @param privilege such as {@code CONNECT}
 * @param grantable whether the grantee may give it on
 * @param repeatable whether this role can give it again in the grantor's name
 */
public record Grant(String grantor, @Nullable String grantee, String privilege, boolean grantable, boolean repeatable) {

    public static Grant read(ResultRow row) throws SQLException {
        String grantor = row.getString("grantor");
        String grantee = row.getString("grantee");
        boolean sendable = RawText.exact(grantor) && (grantee == null || RawText.exact(grantee));
        return new Grant(
                grantor,
                grantee,
                row.getString("privilege"),
                row.getBoolean("grantable"),
                row.getBoolean("repeatable") && sendable);
    }

    /** What the catalog has of it. */
    public Grant row() {
        return new Grant(grantor, grantee, privilege, grantable, true);
    }
}

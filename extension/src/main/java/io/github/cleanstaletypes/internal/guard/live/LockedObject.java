package io.github.cleanstaletypes.internal.guard.live;

import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Puts into words what a row of {@code pg_locks} is about (manual, view pg_locks). Names are another database's secret, and those of what is not committed are nobody's. Stateless. */
final class LockedObject {

    private LockedObject() {}

    static String inWords(ResultRow row) throws SQLException {
        String type = String.valueOf(row.getString("locktype"));
        return switch (type) {
            case "relation" -> relation(row);
            case "extend" -> "the growth of " + relation(row);
            case "page" -> "page " + row.getString("page") + " of " + relation(row);
            case "tuple" -> "row (" + row.getString("page") + "," + row.getString("tuple") + ") of " + relation(row);
            case "transactionid" -> "the end of transaction " + row.getString("transaction");
            case "virtualxid" -> "the end of virtual transaction " + row.getString("transaction");
            case "object" -> object(row);
            case "advisory" -> advisory(row);
            // the server may come to have more of them
            default -> "a lock of the kind " + type;
        };
    }

    private static String relation(ResultRow row) throws SQLException {
        String name = row.getString("name");
        String elsewhere = row.getString("elsewhere");
        if (elsewhere != null) {
            return "relation " + row.getString("relation") + " of database " + elsewhere;
        }
        return name == null
                ? "relation " + row.getString("relation") + ", which is not committed"
                : row.getString("kind") + " " + name;
    }

    private static String object(ResultRow row) throws SQLException {
        String name = row.getString("object");
        String elsewhere = row.getString("elsewhere");
        String catalog = String.valueOf(row.getString("catalog"));
        String kind = switch (catalog) {
            case "pg_type" -> "type";
            case "pg_namespace" -> "schema";
            case "pg_database" -> "database";
            default -> "object";
        };
        return name == null
                ? "object " + row.getString("objid") + " of " + catalog
                        + (elsewhere == null ? "" : " in database " + elsewhere)
                : kind + " " + name;
    }

    /** A key of one number is in two halves, and has 1 beside it; two keys have 2. */
    private static String advisory(ResultRow row) throws SQLException {
        long upper = row.getLong("classid");
        long lower = row.getLong("objid");
        String where = where(row.getString("elsewhere"));
        if (row.getInt("objsubid") == 2) {
            return "advisory lock (" + (int) upper + ", " + (int) lower + ")" + where;
        }
        long key = (upper << 32) + lower;
        return "advisory lock " + key + (key == AdvisoryLock.KEY ? " (that of guard and clean)" : "") + where;
    }

    private static String where(@Nullable String database) {
        return database == null ? "" : " of database " + database;
    }
}

package io.github.cleanstaletypes.internal.reset.form;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The rows of the catalogs that are a database's form, read by nothing of the product's. */
final class FormRows {

    /** What the numbers of the objects are, and what the server counts, is another database's. */
    private static final String DATABASE = """
            SELECT 'database ' || (to_jsonb(d) - '{oid,datname,datfrozenxid,datminmxid,datlastsysoid,datacl}'::text[])::text
              FROM pg_database d WHERE datname = '%1$s'
            UNION ALL
            SELECT 'privilege ' || coalesce(x::text, 'none') FROM pg_database d LEFT JOIN aclexplode(d.datacl) x ON true
             WHERE datname = '%1$s'
            UNION ALL
            SELECT 'privileges are NULL ' || (datacl IS NULL) FROM pg_database WHERE datname = '%1$s'
            UNION ALL
            SELECT 'comment ' || coalesce(shobj_description(oid, 'pg_database'), 'none') FROM pg_database WHERE datname = '%1$s'
            UNION ALL
            SELECT 'setting ' || setrole || ' ' || setconfig::text
              FROM pg_db_role_setting JOIN pg_database d ON d.oid = setdatabase WHERE datname = '%1$s'
            ORDER BY 1
            """;

    private static final String CONTENT = """
            SELECT 'extension ' || extname || ' ' || extowner || ' ' || extversion || ' in ' || nspname || ' '
                   || coalesce(obj_description(e.oid, 'pg_extension'), 'none')
              FROM pg_extension e JOIN pg_namespace n ON n.oid = extnamespace
            UNION ALL
            SELECT 'schema ' || nspname || ' ' || nspowner || ' ' || (nspacl IS NULL) || ' '
                   || coalesce(obj_description(n.oid, 'pg_namespace'), 'none')
              FROM pg_namespace n WHERE nspname !~ '^(pg_|information_schema)'
            UNION ALL
            SELECT 'schema privilege ' || nspname || ' ' || x::text FROM pg_namespace n, aclexplode(n.nspacl) x
            UNION ALL
            SELECT 'default ' || defaclrole || ' ' || coalesce(nspname, '-') || ' ' || defaclobjtype::text || ' ' || coalesce(x::text, 'none')
              FROM pg_default_acl LEFT JOIN pg_namespace n ON n.oid = defaclnamespace LEFT JOIN aclexplode(defaclacl) x ON true
            UNION ALL
            SELECT 'relation ' || relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
             WHERE nspname !~ '^(pg_|information_schema)'
            ORDER BY 1
            """;

    /** Bytes that are no text of the database's encoding would be an error. */
    private static final String AS_BYTES =
            "SELECT encode(convert_to(t.line, 'SQL_ASCII'), 'escape') FROM (%s) AS t(line) ORDER BY t.line COLLATE \"C\"";

    private FormRows() {}

    /** All of them, in an order of their own. */
    static List<String> of(Connection maintenance, Connection inDatabase, String database) throws SQLException {
        List<String> rows = new ArrayList<>(texts(maintenance, DATABASE.formatted(database.replace("'", "''"))));
        rows.addAll(texts(inDatabase, CONTENT));
        return rows;
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = pg_catalog");
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(AS_BYTES.formatted(query))) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }
}

package io.github.cleanstaletypes.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills a database's catalog as tenants with a schema each would, on the server: some ten thousand types within a second, a million in about
 * a minute. Stateless.
 *
 * <p>The first tenant, {@code tenant_0}, is made by statements, and its rows are copied within the catalogs, under other oids. What refers
 * to what, and the order of the rows, is as it was there; but the tables of the others have no files, so that they can be looked up and not read.
 */
public final class LargeCatalog {

    /**
     * How many rows of {@code pg_type} a tenant has: 39 tables, 8 enums and 2 domains that they use, and an enum {@code left_behind} that
     * nothing uses; and the array type of each.
     */
    public static final int TYPES_OF_A_TENANT = 100;

    private static final String FIRST_TENANT = """
            DO $$
            DECLARE
              sql text := 'CREATE SCHEMA tenant_0; SET LOCAL search_path = tenant_0;'
                       || 'CREATE DOMAIN amount AS int; CREATE DOMAIN share AS smallint;';
            BEGIN
              IF pg_catalog.to_regnamespace('tenant_0') IS NOT NULL THEN
                RETURN;
              END IF;
              FOR i IN 1..8 LOOP
                sql := sql || pg_catalog.format('CREATE TYPE state_%s AS ENUM (''new'', ''done'');', i);
              END LOOP;
              FOR i IN 1..39 LOOP
                sql := sql || pg_catalog.format('CREATE TABLE account_%s (id int, kind %s);', i,
                    CASE i % 10 WHEN 0 THEN 'share' WHEN 9 THEN 'amount' ELSE 'state_' || i % 10 END);
              END LOOP;
              -- the last to get its oids
              EXECUTE sql || 'ALTER TABLE account_1 ADD PRIMARY KEY (id); CREATE TYPE left_behind AS ENUM (''a'', ''b'')';
            END $$""";

    /** Copies have oids from a thousand million on, which the server's own counter does not come near; an enum's even labels stay even. */
    private static final String COPIES = """
            DO $$
            DECLARE
              low oid; high oid; width bigint; tenants int; number int; sql text;
            BEGIN
              SELECT t.typnamespace, pg_catalog.max(e.oid::bigint)::oid INTO STRICT low, high
                FROM pg_catalog.pg_type t
                JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid
               WHERE t.typname = 'left_behind' AND t.typnamespace = 'tenant_0'::pg_catalog.regnamespace
               GROUP BY t.typnamespace;
              width := (high::bigint - low::bigint + 2) / 2 * 2;
              SELECT pg_catalog.string_agg(pg_catalog.format(
                         'INSERT INTO pg_catalog.%1$I SELECT %2$s FROM (SELECT * FROM pg_catalog.%1$I WHERE %3$I BETWEEN %4$s AND %5$s) t'
                         || ' CROSS JOIN pg_catalog.generate_series(:first, :last) AS copy ORDER BY copy, t.%3$I;',
                         k.catalog,
                         (SELECT pg_catalog.string_agg(pg_catalog.format(
                                     CASE WHEN a.attname = 'nspname' THEN '(''tenant_'' || copy)::name'
                                          WHEN a.atttypid = 'oid'::pg_catalog.regtype
                                          THEN 'CASE WHEN t.%1$I BETWEEN %2$s AND %3$s'
                                            || ' THEN (t.%1$I::bigint - %2$s + 1000000000 + copy * %4$s)::oid ELSE t.%1$I END'
                                          ELSE 't.%1$I' END, a.attname, low, high, width), ', ' ORDER BY a.attnum)
                            FROM pg_catalog.pg_attribute a
                           WHERE a.attrelid = k.catalog::pg_catalog.regclass AND a.attnum > 0 AND NOT a.attisdropped),
                         k.key, low, high), '') INTO sql
                FROM (VALUES ('pg_namespace', 'oid'), ('pg_class', 'oid'), ('pg_type', 'oid'), ('pg_attribute', 'attrelid'),
                             ('pg_index', 'indexrelid'), ('pg_constraint', 'oid'), ('pg_enum', 'oid'), ('pg_depend', 'objid'))
                     AS k(catalog, key);
              SELECT pg_catalog.count(*) INTO tenants FROM pg_catalog.pg_namespace WHERE pg_catalog.starts_with(nspname, 'tenant_');
              FOR number IN SELECT pg_catalog.generate_series(tenants, :wanted - 1, 100) LOOP
                SET LOCAL allow_system_table_mods = on;
                EXECUTE pg_catalog.replace(pg_catalog.replace(sql, ':first', number::text),
                                           ':last', least(number + 99, :wanted - 1)::text);
                COMMIT;
              END LOOP;
            END $$""";

    private LargeCatalog() {}

    /**
     * Adds tenants until there are so many types, and brings the statistics and the visibility maps up to date.
     *
     * @param superuser in autocommit mode; nobody else may be creating anything in its database when it is first filled
     * @param types how many rows of {@code pg_type} are wanted, in whole tenants; a hundredth of them is standalone and unused
     */
    public static void fill(Connection superuser, int types) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(FIRST_TENANT);
            statement.execute(COPIES.replace(":wanted", String.valueOf(types / TYPES_OF_A_TENANT)));
            statement.execute("VACUUM (ANALYZE) pg_catalog.pg_namespace, pg_catalog.pg_class, pg_catalog.pg_type,"
                    + " pg_catalog.pg_attribute, pg_catalog.pg_index, pg_catalog.pg_constraint, pg_catalog.pg_enum,"
                    + " pg_catalog.pg_depend, pg_catalog.pg_description");
        }
    }
}

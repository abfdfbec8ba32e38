-- Tables of migration tools in user schemas: Flyway's schema history by its columns, whatever it is called; the lock tables of Knex and
-- Liquibase by their usual names.
candidate AS (
    SELECT a.attrelid AS oid, 'flyway' AS tool, 8 AS columns,
           pg_catalog.count(*) AS named,
           pg_catalog.count(*) FILTER (WHERE t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace AND t.typtype = 'b'
                                         AND a.attgenerated = '') AS built_in
      FROM pg_catalog.pg_attribute a
      LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
     WHERE NOT a.attisdropped
       AND (a.attname IN ('installed_rank', 'checksum') AND a.atttypid = 'pg_catalog.int4'::pg_catalog.regtype
            OR a.attname IN ('version', 'description', 'type', 'script', 'installed_on')
            OR a.attname = 'success' AND a.atttypid = 'pg_catalog.bool'::pg_catalog.regtype)
     GROUP BY a.attrelid
    HAVING pg_catalog.count(*) = 8
    UNION ALL
    SELECT c.oid, k.tool, pg_catalog.cardinality(k.columns),
           pg_catalog.count(*),
           pg_catalog.count(*) FILTER (WHERE t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace AND t.typtype = 'b'
                                         AND a.attgenerated = '')
      FROM (VALUES ('knex', 'knex_migrations_lock', ARRAY['is_locked']),
                   ('liquibase', 'databasechangeloglock', ARRAY['locked', 'lockedby', 'lockgranted'])) k(tool, name, columns)
      JOIN pg_catalog.pg_class c ON pg_catalog.lower(c.relname::pg_catalog.text) = k.name
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = ANY (k.columns) AND NOT a.attisdropped
      LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
     GROUP BY c.oid, k.tool, k.columns
), chosen AS (
    SELECT k.oid, k.tool, k.built_in = k.columns AS built_in, true AS usual, true AS fits
      FROM candidate k
     WHERE k.named = k.columns AND (k.tool = 'flyway' OR :'locks'::pg_catalog.bool)
)

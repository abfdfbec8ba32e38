-- Which of these tables other tools than Flyway keep what has run in: those of the usual name, whether their columns are the tool's or not;
-- and those of any name with the columns of a tool, if they are telling or there are no others.
WITH RECURSIVE shape(tool, schema, name, telling, alone, needed, columns) AS (
    VALUES ('PRISMA', NULL::text, '_prisma_migrations', false, false, 3,
            ARRAY['migration_name varchar', 'migration_name text', 'finished_at timestamptz', 'rolled_back_at timestamptz']),
           ('GOLANG_MIGRATE', NULL, 'schema_migrations', true, true, 2, ARRAY['version int8', 'dirty bool']),
           ('DBMATE', NULL, 'schema_migrations', true, true, 1, ARRAY['version varchar', 'version text']),
           ('GOOSE', NULL, 'goose_db_version', true, false, 4,
            ARRAY['id int4', 'id int8', 'version_id int8', 'is_applied bool', 'tstamp timestamp', 'tstamp timestamptz']),
           ('SQLX', NULL, '_sqlx_migrations', true, false, 6,
            ARRAY['version int8', 'description text', 'installed_on timestamptz', 'success bool', 'checksum bytea',
                  'execution_time int8']),
           ('SUPABASE', 'supabase_migrations', 'schema_migrations', false, false, 1, ARRAY['version text', 'version varchar']),
           ('NODE_PG_MIGRATE', NULL, 'pgmigrations', true, true, 3,
            ARRAY['id int4', 'id int8', 'name varchar', 'name text', 'run_on timestamp', 'run_on timestamptz']),
           ('ALEMBIC', NULL, 'alembic_version', true, true, 1, ARRAY['version_num varchar', 'version_num text'])
), fitting AS (
    SELECT a.attrelid AS oid, s.tool
      FROM pg_catalog.pg_attribute a
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid AND t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace AND t.typtype = 'b'
      JOIN shape s ON pg_catalog.format('%s %s', a.attname, t.typname) = ANY (s.columns)
     WHERE a.attrelid = ANY (:'candidates'::pg_catalog.oid[]) AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY a.attrelid, s.tool, s.alone, s.needed
    HAVING pg_catalog.count(*) = s.needed
       AND (NOT s.alone OR s.needed = (SELECT pg_catalog.count(*) FROM pg_catalog.pg_attribute o
                                        WHERE o.attrelid = a.attrelid AND o.attnum > 0 AND NOT o.attisdropped))
), found(oid, tool, usual, fits, columns) AS MATERIALIZED (
    SELECT c.oid, s.tool, c.relname = s.name AND (s.schema IS NULL OR n.nspname = s.schema),
           f.oid IS NOT NULL,
           ARRAY(SELECT pg_catalog.split_part(x.column_and_type, ' ', 1)::pg_catalog.name FROM pg_catalog.unnest(s.columns) x(column_and_type))
      FROM shape s
      JOIN pg_catalog.pg_class c ON c.oid = ANY (:'candidates'::pg_catalog.oid[])
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN fitting f ON f.oid = c.oid AND f.tool = s.tool
     WHERE c.relname = s.name AND (s.schema IS NULL OR n.nspname = s.schema)
        OR s.telling AND f.oid IS NOT NULL
),
:trusted_tables
SELECT j.tool,
       j.usual,
       j.fits,
       j.schema::text AS schema,
       j.name::text AS name,
       j.quoted_name, j.owner, j.readable, j.trusted,
       j.fits AND j.safe AS safe
  FROM judged j
 ORDER BY j.schema, j.name, j.tool;

-- Tables in which tools other than Flyway keep which migrations have run: those of the usual name, whether their columns are the tool's or
-- not; and those of any name with the columns of a tool, if they are telling or there are no others. As for tables of all
-- tools, only one that is safe is ever read, and only one of a trusted owner counts: see tool_tables.sql.
WITH RECURSIVE self(oid) AS (
    SELECT r.oid FROM pg_catalog.pg_roles r WHERE r.rolname = current_user
    UNION
    SELECT m.roleid FROM pg_catalog.pg_auth_members m JOIN self s ON s.oid = m.member
), shape(tool, schema, name, telling, alone, needed, columns) AS (
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
), likely AS (
    -- by the one column of each that few other tables have, or by its name
    SELECT a.attrelid AS oid
      FROM pg_catalog.pg_attribute a
     WHERE (a.attname IN ('dirty', 'version_id', 'execution_time', 'run_on', 'version_num') OR a.attname = 'version' AND a.attnum = 1)
       AND NOT a.attisdropped
    UNION
    SELECT c.oid FROM pg_catalog.pg_class c WHERE c.relname = ANY (ARRAY(SELECT s.name::pg_catalog.name FROM shape s))
), fitting AS (
    SELECT a.attrelid AS oid, s.tool
      FROM pg_catalog.pg_attribute a
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid AND t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace AND t.typtype = 'b'
      JOIN shape s ON pg_catalog.format('%s %s', a.attname, t.typname) = ANY (s.columns)
     WHERE a.attrelid = ANY (ARRAY(SELECT l.oid FROM likely l)) AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY a.attrelid, s.tool, s.alone, s.needed
    HAVING pg_catalog.count(*) = s.needed
       AND (NOT s.alone OR s.needed = (SELECT pg_catalog.count(*) FROM pg_catalog.pg_attribute o
                                        WHERE o.attrelid = a.attrelid AND o.attnum > 0 AND NOT o.attisdropped))
), chosen AS (
    SELECT c.oid, s.tool, c.relname = s.name AND (s.schema IS NULL OR n.nspname = s.schema) AS usual,
           f.oid IS NOT NULL AS fits
      FROM shape s
      JOIN pg_catalog.pg_class c ON c.oid = ANY (ARRAY(SELECT l.oid FROM likely l)) AND c.relkind IN ('r', 'p')
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN fitting f ON f.oid = c.oid AND f.tool = s.tool
     WHERE c.relname = s.name AND (s.schema IS NULL OR n.nspname = s.schema)
        OR s.telling AND f.oid IS NOT NULL
)
SELECT k.tool,
       k.usual,
       k.fits,
       n.nspname::text AS schema,
       c.relname::text AS name,
       pg_catalog.format('%I.%I', n.nspname, c.relname) AS quoted_name,
       pg_catalog.pg_get_userbyid(c.relowner)::text AS owner,
       pg_catalog.has_table_privilege(c.oid, 'SELECT') AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AS readable,
       c.relowner IN (SELECT s.oid FROM self s) OR r.rolsuper IS TRUE
         OR c.relowner = (SELECT d.datdba FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()) AS trusted,
       c.relkind = 'r' AND k.fits AND NOT c.relrowsecurity AND NOT c.relhassubclass AND NOT c.relispartition
         AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i
                          WHERE i.indrelid = c.oid AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL))
         AND NOT EXISTS (SELECT FROM pg_catalog.pg_statistic_ext x WHERE x.stxrelid = c.oid AND x.stxexprs IS NOT NULL) AS safe
  FROM chosen k
  JOIN pg_catalog.pg_class c ON c.oid = k.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_roles r ON r.oid = c.relowner
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
 ORDER BY n.nspname, c.relname, k.tool;

-- Tables in which migration tools lock themselves out: those of Knex and of Liquibase by their usual names, as far as this role may read them.
SELECT c.relname::text AS name, pg_catalog.format('%I.%I', n.nspname, c.relname) AS quoted_name
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind = 'r'
   AND pg_catalog.lower(c.relname::text) IN ('knex_migrations_lock', 'databasechangeloglock')
   AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
   AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
 ORDER BY c.oid
 LIMIT 100;

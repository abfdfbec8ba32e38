-- The last part of a question for tables of migration tools. Only one that is safe is ever read: reading it runs nobody's code. A column of
-- a type that is not the server's could have a cast of somebody's, a policy is a function, and the planner evaluates what it can of the
-- expressions of indexes and statistics. Only one of a trusted owner counts: whoever may create a table could say in it what has been
-- migrated.
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
       c.relkind = 'r' AND k.built_in AND NOT c.relrowsecurity AND NOT c.relhassubclass AND NOT c.relispartition
         AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i
                          WHERE i.indrelid = c.oid AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL))
         AND NOT EXISTS (SELECT FROM pg_catalog.pg_statistic_ext x WHERE x.stxrelid = c.oid AND x.stxexprs IS NOT NULL) AS safe
  FROM chosen k
  JOIN pg_catalog.pg_class c ON c.oid = k.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_roles r ON r.oid = c.relowner
 WHERE c.relkind IN ('r', 'p')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
 ORDER BY n.nspname, c.relname, k.tool;

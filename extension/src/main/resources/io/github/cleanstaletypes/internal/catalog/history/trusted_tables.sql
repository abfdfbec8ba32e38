-- Judges the tables in found: no more than these are looked at. This is the boundary between what somebody else may have made and what is
-- believed. Safe is a table of which reading the columns that found names runs nobody's code: a column of a type that is not the server's
-- could have a cast of somebody's, a policy is a function, and the planner evaluates what it can of the expressions of indexes and
-- statistics. Trusted is its owner if that is this role, one that it is a member of, the database's owner or a superuser: who may create a
-- table could say in it what has been migrated.
self(oid) AS (
    SELECT r.oid FROM pg_catalog.pg_roles r WHERE r.rolname = current_user
    UNION
    SELECT m.roleid FROM pg_catalog.pg_auth_members m JOIN self s ON s.oid = m.member
), judged AS (
    SELECT f.*,
           n.nspname AS schema,
           c.relname AS name,
           pg_catalog.format('%I.%I', n.nspname, c.relname) AS quoted_name,
           pg_catalog.pg_get_userbyid(c.relowner)::text AS owner,
           pg_catalog.has_table_privilege(c.oid, 'SELECT') AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AS readable,
           c.relowner IN (SELECT s.oid FROM self s)
             OR c.relowner = (SELECT d.datdba FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
             OR (SELECT r.rolsuper FROM pg_catalog.pg_roles r WHERE r.oid = c.relowner) IS TRUE AS trusted,
           c.relkind = 'r' AND NOT c.relrowsecurity AND NOT c.relhassubclass AND NOT c.relispartition
             AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a
                               LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
                              WHERE a.attrelid = c.oid AND a.attname = ANY (f.columns) AND NOT a.attisdropped
                                AND (a.attgenerated <> '' OR t.typtype = 'b' IS NOT TRUE
                                     OR t.typnamespace <> 'pg_catalog'::pg_catalog.regnamespace))
             -- no EXISTS, which may become a table of all indexes
             AND (SELECT pg_catalog.bool_or(i.indexprs IS NOT NULL OR i.indpred IS NOT NULL)
                    FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid) IS NOT TRUE
             AND (SELECT pg_catalog.bool_or(x.stxexprs IS NOT NULL)
                    FROM pg_catalog.pg_statistic_ext x WHERE x.stxrelid = c.oid) IS NOT TRUE AS safe
      FROM found f
      JOIN pg_catalog.pg_class c ON c.oid = f.oid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
)

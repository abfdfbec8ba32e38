-- Relations of the given names in the given schemas, or in all of the users': whatever stands in the way of a CREATE TABLE of that name.
SELECT c.oid,
       n.nspname::text AS schema,
       c.relname::text AS name,
       CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'v' THEN 'view'
                      WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' WHEN 'S' THEN 'sequence'
                      ELSE 'index' END AS kind,
       pg_catalog.format('%I.%I', n.nspname, c.relname) AS quoted_name,
       -- counting it runs nobody's code: no policy, no expression of an index or of statistics that the planner could evaluate
       c.relkind IN ('r', 'm')
         AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
         AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
         AND NOT c.relrowsecurity AND NOT c.relhassubclass AND NOT c.relispartition
         -- no EXISTS, which may become a table of all indexes
         AND (SELECT pg_catalog.bool_or(i.indexprs IS NOT NULL OR i.indpred IS NOT NULL)
                FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid) IS NOT TRUE
         AND (SELECT pg_catalog.bool_or(x.stxexprs IS NOT NULL)
                FROM pg_catalog.pg_statistic_ext x WHERE x.stxrelid = c.oid) IS NOT TRUE
         AS countable,
       CASE WHEN c.relkind IN ('r', 'm', 'f') AND NOT c.relhassubclass THEN c.reltuples::bigint
            -- of a partitioned table: of all its leaves, if each has been analyzed
            WHEN c.relkind = 'p' THEN (SELECT CASE WHEN pg_catalog.min(l.reltuples) >= 0 THEN pg_catalog.sum(l.reltuples) ELSE -1 END
                                         FROM pg_catalog.pg_partition_tree(c.oid) t
                                         JOIN pg_catalog.pg_class l ON l.oid = t.relid
                                        WHERE t.isleaf)::bigint
            ELSE -1 END AS estimated_rows,
       (SELECT pg_catalog.format('%I.%I', tn.nspname, t.relname)
          FROM pg_catalog.pg_index i
          JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
          JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
         WHERE i.indexrelid = c.oid) AS owner
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind <> 'c'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND c.relname = ANY (ARRAY(SELECT w.name::pg_catalog.name FROM pg_catalog.unnest(:'names'::text[]) AS w(name)))
   AND (:'anywhere'::bool OR c.relnamespace = ANY (
        ARRAY(SELECT s.oid FROM pg_catalog.pg_namespace s WHERE s.nspname = ANY (:'spaces'::pg_catalog.name[]))))
 ORDER BY c.oid;

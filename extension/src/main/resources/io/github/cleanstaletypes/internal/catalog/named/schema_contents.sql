-- What the given schemas hold, without what an extension owns, and without what goes with a table: at most 20 names of each kind.
SELECT o.schema, o.kind, pg_catalog.count(*) AS how_many,
       (pg_catalog.array_agg(o.name ORDER BY o.name))[1:20] AS names
  FROM (
      SELECT n.nspname::text AS schema, c.relname::text AS name, 'pg_catalog.pg_class'::pg_catalog.regclass::oid AS class, c.oid,
             CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
                            WHEN 'S' THEN 'sequence' ELSE 'table' END AS kind
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      UNION ALL
      SELECT n.nspname::text, t.typname::text, 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, 'type'
        FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
       WHERE t.typtype IN ('e', 'd', 'r')
          OR t.typtype = 'c' AND EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c')
      UNION ALL
      SELECT n.nspname::text, p.proname::text, 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, 'function'
        FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
       WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend i
                          WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objid = p.oid AND i.deptype = 'i')
  ) o
 WHERE o.schema = ANY (:'names'::text[])
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.classid = o.class AND e.objid = o.oid AND e.deptype = 'e')
 GROUP BY o.schema, o.kind
 ORDER BY o.schema, o.kind;

-- What depends on what has one of the given names and may be dropped: by pg_depend, without what goes with it by itself. A type is also its
-- array, a relation also its row type and that one's array, a schema what is in it.
WITH named(kind, schema, name, classid, objid) AS (
    SELECT CASE WHEN c.relkind = 'c' THEN 'type' ELSE 'relation' END, n.nspname::text, c.relname::text,
           'pg_catalog.pg_class'::pg_catalog.regclass::oid, c.oid
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relname = ANY (:'names'::pg_catalog.name[]) AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
    UNION ALL
    SELECT 'type', n.nspname::text, t.typname::text, 'pg_catalog.pg_type'::pg_catalog.regclass::oid, t.oid
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
     WHERE t.typname = ANY (:'names'::pg_catalog.name[]) AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
    UNION ALL
    SELECT 'function', n.nspname::text, p.proname::text, 'pg_catalog.pg_proc'::pg_catalog.regclass::oid, p.oid
      FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
     WHERE p.proname = ANY (:'names'::pg_catalog.name[]) AND n.nspname NOT IN ('pg_catalog', 'information_schema')
    UNION ALL
    SELECT 'schema', NULL, n.nspname::text, 'pg_catalog.pg_namespace'::pg_catalog.regclass::oid, n.oid
      FROM pg_catalog.pg_namespace n WHERE n.nspname = ANY (:'names'::pg_catalog.name[])
    UNION ALL
    SELECT 'extension', NULL, e.extname::text, 'pg_catalog.pg_extension'::pg_catalog.regclass::oid, e.oid
      FROM pg_catalog.pg_extension e WHERE e.extname = ANY (:'names'::pg_catalog.name[])
    UNION ALL
    SELECT 'constraint', n.nspname::text, k.conname::text, 'pg_catalog.pg_constraint'::pg_catalog.regclass::oid, k.oid
      FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
     WHERE k.conname = ANY (:'names'::pg_catalog.name[]) AND n.nspname NOT IN ('pg_catalog', 'information_schema')
), part(kind, schema, name, classid, objid) AS (
    SELECT * FROM named
    UNION
    SELECT m.kind, m.schema, m.name, 'pg_catalog.pg_type'::pg_catalog.regclass::oid, x.oid
      FROM named m
      JOIN pg_catalog.pg_type t ON m.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = m.objid
                                OR m.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND t.typrelid = m.objid
      CROSS JOIN LATERAL (VALUES (t.oid), (t.typarray)) x(oid)
     WHERE x.oid <> 0
), reference(kind, schema, name, classid, objid, objsubid) AS (
    SELECT DISTINCT p.kind, p.schema, p.name, d.classid, d.objid, d.objsubid
      FROM part p
      JOIN pg_catalog.pg_depend d ON d.refclassid = p.classid AND d.refobjid = p.objid
     WHERE d.deptype = 'n'
       AND NOT (d.classid = p.classid AND d.objid = p.objid)
       AND NOT EXISTS (SELECT FROM part o WHERE o.name = p.name AND o.classid = d.classid AND o.objid = d.objid)
)
SELECT r.kind, r.schema, r.name,
       CASE
         WHEN a.attname IS NOT NULL THEN pg_catalog.format('column %I of %s %I.%I', a.attname, k.word, n.nspname, c.relname)
         WHEN c.oid IS NOT NULL THEN pg_catalog.format('%s %I.%I', k.word, n.nspname, c.relname)
         WHEN f.oid IS NOT NULL THEN pg_catalog.format('default of column %I of %s', fa.attname, f.adrelid::pg_catalog.regclass)
         WHEN q.oid IS NOT NULL THEN
           pg_catalog.format('constraint %I of %s', q.conname,
               CASE WHEN q.conrelid <> 0 THEN q.conrelid::pg_catalog.regclass::text ELSE q.contypid::pg_catalog.regtype::text END)
         ELSE coalesce(o.type || ' ' || o.identity, r.classid::pg_catalog.regclass::text || ' with oid ' || r.objid)
       END AS description
  FROM reference r
  LEFT JOIN pg_catalog.pg_rewrite w
         ON r.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND w.oid = r.objid AND w.rulename = '_RETURN'
  LEFT JOIN pg_catalog.pg_attrdef f ON r.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND f.oid = r.objid
  LEFT JOIN pg_catalog.pg_attribute fa ON fa.attrelid = f.adrelid AND fa.attnum = f.adnum
  LEFT JOIN pg_catalog.pg_constraint q ON r.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND q.oid = r.objid
  LEFT JOIN pg_catalog.pg_class c
         ON c.oid = CASE WHEN r.classid = 'pg_catalog.pg_class'::pg_catalog.regclass THEN r.objid ELSE w.ev_class END
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_attribute a
         ON r.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND r.objsubid <> 0
        AND a.attrelid = r.objid AND a.attnum = r.objsubid
  LEFT JOIN LATERAL (
      SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'v' THEN 'view'
                            WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
                            WHEN 'c' THEN 'composite type' WHEN 'S' THEN 'sequence' ELSE 'index' END AS word
  ) k ON c.oid IS NOT NULL
  LEFT JOIN LATERAL pg_catalog.pg_identify_object(
      CASE WHEN c.oid IS NULL AND f.oid IS NULL AND q.oid IS NULL THEN r.classid END, r.objid, r.objsubid) o ON true
 GROUP BY 1, 2, 3, 4
 ORDER BY 1, 2, 3, 4;

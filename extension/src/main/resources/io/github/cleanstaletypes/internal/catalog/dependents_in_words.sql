-- Puts what refers to each type, and is no part of it, into words.
dependent AS (
    SELECT r.* FROM reference r
     WHERE NOT EXISTS (SELECT FROM part p WHERE p.type = r.type AND p.classid = r.classid AND p.objid = r.objid)
)
SELECT d.type,
       d.classid::pg_catalog.regclass::text AS class, d.objid, d.objsubid,
       CASE
         WHEN a.attname IS NOT NULL AND cn.oid IS NOT NULL THEN
           pg_catalog.format('column %I of %s %I.%I', a.attname, k.word, cn.nspname, c.relname)
         WHEN cn.oid IS NOT NULL THEN pg_catalog.format('%s %I.%I', k.word, cn.nspname, c.relname)
         ELSE coalesce(o.type || ' ' || o.identity,
                d.classid::pg_catalog.regclass::text || ' with oid ' || d.objid || ', which cannot be described')
       END AS description
  FROM dependent d
  -- a view's rule and a column's default are told as the view and the column that they belong to
  LEFT JOIN pg_catalog.pg_rewrite w
         ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND w.oid = d.objid AND w.rulename = '_RETURN'
  LEFT JOIN pg_catalog.pg_class c
         ON c.oid = CASE WHEN d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass THEN d.objid ELSE w.ev_class END
  LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_attribute a
         ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid <> 0
        AND a.attrelid = d.objid AND a.attnum = d.objsubid
  LEFT JOIN LATERAL (
      SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'v' THEN 'view'
                            WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
                            WHEN 'c' THEN 'composite type' WHEN 'S' THEN 'sequence' ELSE 'index' END AS word
  ) k ON c.oid IS NOT NULL
  -- strict: not called at all for a NULL
  LEFT JOIN LATERAL pg_catalog.pg_identify_object(
      CASE WHEN :'described'::bool AND cn.oid IS NULL THEN d.classid END, d.objid, d.objsubid) o ON true
 ORDER BY d.type, d.classid, d.objid, d.objsubid;

-- Of the given numbers, of types or of relations: which are there, and what in the catalog refers to those that are not.
SELECT o.oid, true AS there, NULL AS reference
  FROM pg_catalog.unnest(:'oids'::oid[]) o(oid)
 WHERE EXISTS (SELECT FROM pg_catalog.pg_type t WHERE t.oid = o.oid) OR EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = o.oid)
UNION ALL
SELECT a.atttypid, false,
       pg_catalog.format('column %I of %s', a.attname, coalesce(pg_catalog.format('%I.%I', n.nspname, c.relname), a.attrelid::text))
  FROM pg_catalog.pg_attribute a
  LEFT JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE a.atttypid = ANY (:'oids'::oid[]) AND NOT a.attisdropped
UNION ALL
SELECT x.oid, false, pg_catalog.format('type %I.%I', n.nspname, t.typname)
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  CROSS JOIN LATERAL (VALUES (t.typbasetype), (t.typelem), (t.typarray), (t.typrelid)) x(oid)
 WHERE x.oid <> 0 AND x.oid = ANY (:'oids'::oid[])
UNION ALL
SELECT x.oid, false, pg_catalog.format('range %I.%I', n.nspname, t.typname)
  FROM pg_catalog.pg_range r
  JOIN pg_catalog.pg_type t ON t.oid = r.rngtypid
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  CROSS JOIN LATERAL (VALUES (r.rngsubtype), (r.rngmultitypid)) x(oid)
 WHERE x.oid = ANY (:'oids'::oid[])
UNION ALL
SELECT x.oid, false, pg_catalog.format('function %I.%I', n.nspname, p.proname)
  FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
  CROSS JOIN LATERAL (
      SELECT p.prorettype UNION SELECT pg_catalog.unnest(p.proargtypes) UNION SELECT pg_catalog.unnest(p.proallargtypes)
  ) x(oid)
 WHERE x.oid = ANY (:'oids'::oid[])
UNION ALL
SELECT x.oid, false, pg_catalog.format('relation %I.%I', n.nspname, c.relname)
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  CROSS JOIN LATERAL (VALUES (c.reltype), (c.reloftype), (c.reltoastrelid)) x(oid)
 WHERE x.oid <> 0 AND x.oid = ANY (:'oids'::oid[])
UNION ALL
SELECT x.oid, false, pg_catalog.format('index with oid %s', i.indexrelid)
  FROM pg_catalog.pg_index i
  CROSS JOIN LATERAL (VALUES (i.indexrelid), (i.indrelid)) x(oid)
 WHERE x.oid = ANY (:'oids'::oid[])
UNION ALL
SELECT x.oid, false, pg_catalog.format('inheritance of relation with oid %s', i.inhrelid)
  FROM pg_catalog.pg_inherits i
  CROSS JOIN LATERAL (VALUES (i.inhrelid), (i.inhparent)) x(oid)
 WHERE x.oid = ANY (:'oids'::oid[])
UNION ALL
SELECT x.oid, false, pg_catalog.format('constraint %I', k.conname)
  FROM pg_catalog.pg_constraint k
  CROSS JOIN LATERAL (VALUES (k.conrelid), (k.confrelid), (k.contypid), (k.conindid)) x(oid)
 WHERE x.oid <> 0 AND x.oid = ANY (:'oids'::oid[])
UNION ALL
SELECT d.refobjid, false, pg_catalog.format('pg_depend: %s with oid %s', d.classid::pg_catalog.regclass, d.objid)
  FROM pg_catalog.pg_depend d
 WHERE d.refclassid IN ('pg_catalog.pg_type'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
   AND d.refobjid = ANY (:'oids'::oid[])
 ORDER BY 1, 2 DESC, 3;

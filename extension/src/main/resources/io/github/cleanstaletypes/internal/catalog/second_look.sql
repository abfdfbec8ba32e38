-- Whether some types are what they were, and whether anything refers to them, all by index: what pg_depend does not know of is damage,
-- which does not come about meanwhile. A type is also its array, its multirange, its relation (of a composite), its constructors and its
-- own constraints. OFFSET 0: each part is looked up, where a join might read the whole of a catalog.
WITH RECURSIVE part(type, classid, objid) AS (
    SELECT t.oid, i.classid, i.objid
      FROM pg_catalog.pg_type t
      CROSS JOIN LATERAL (
          SELECT 'pg_catalog.pg_type'::pg_catalog.regclass::oid AS classid, t.oid AS objid
          UNION ALL
          SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::oid, t.typrelid WHERE t.typrelid <> 0
          UNION ALL
          SELECT 'pg_catalog.pg_type'::pg_catalog.regclass::oid, r.rngmultitypid
            FROM pg_catalog.pg_range r WHERE t.typtype = 'r' AND r.rngtypid = t.oid
          UNION ALL
          SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass::oid, c.oid
            FROM pg_catalog.pg_constraint c WHERE t.typtype = 'd' AND c.contypid = t.oid
          OFFSET 0
      ) i
     WHERE t.oid = ANY (:'oids'::oid[])
    UNION
    SELECT p.type, i.classid, i.objid
      FROM part p
      CROSS JOIN LATERAL (
          SELECT d.classid, d.objid
            FROM pg_catalog.pg_depend d
           WHERE d.refclassid = p.classid AND d.refobjid = p.objid AND d.deptype = 'i'
          UNION ALL
          SELECT p.classid, t.typarray
            FROM pg_catalog.pg_type t
           WHERE p.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = p.objid AND t.typarray <> 0
          OFFSET 0
      ) i
), used(type) AS (
    SELECT DISTINCT p.type
      FROM part p
      CROSS JOIN LATERAL (
          SELECT d.classid, d.objid
            FROM pg_catalog.pg_depend d
           WHERE d.refclassid = p.classid AND d.refobjid = p.objid
          OFFSET 0
      ) d
     WHERE NOT EXISTS (SELECT FROM part o WHERE o.type = p.type AND o.classid = d.classid AND o.objid = d.objid)
)
SELECT t.oid,
       n.nspname::text AS schema,
       t.typname::text AS name,
       pg_catalog.obj_description(t.oid, 'pg_type') AS comment,
       t.oid IN (SELECT u.type FROM used u) AS used,
:definition
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
 WHERE t.oid = ANY (:'oids'::oid[]);

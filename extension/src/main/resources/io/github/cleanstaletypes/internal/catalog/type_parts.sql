-- What belongs to each of the given types: its array, its multirange, its relation (of a composite), its constructors and casts, its own
-- constraints. OFFSET 0: each part is looked up, where a join might read the whole of a catalog.
part(type, classid, objid) AS (
    SELECT t.oid, 'pg_catalog.pg_type'::pg_catalog.regclass::oid, t.oid
      FROM pg_catalog.pg_type t WHERE t.oid = ANY (:'oids'::oid[])
    UNION
    SELECT p.type, i.classid, i.objid
      FROM part p
      CROSS JOIN LATERAL (
          SELECT d.classid, d.objid
            FROM pg_catalog.pg_depend d
           WHERE d.refclassid = p.classid AND d.refobjid = p.objid AND d.deptype = 'i'
          UNION ALL
          SELECT 'pg_catalog.pg_type'::pg_catalog.regclass::oid, t.typarray
            FROM pg_catalog.pg_type t
           WHERE p.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = p.objid AND t.typarray <> 0
          UNION ALL
          SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::oid, t.typrelid
            FROM pg_catalog.pg_type t
           WHERE p.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = p.objid AND t.typrelid <> 0
          UNION ALL
          SELECT 'pg_catalog.pg_type'::pg_catalog.regclass::oid, r.rngmultitypid
            FROM pg_catalog.pg_range r
           WHERE p.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND r.rngtypid = p.objid
          UNION ALL
          SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass::oid, c.oid
            FROM pg_catalog.pg_constraint c
           WHERE p.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND c.contypid = p.objid
          OFFSET 0
      ) i
)

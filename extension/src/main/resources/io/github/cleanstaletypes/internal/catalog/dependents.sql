-- Who uses each of the given types: by pg_depend, and by any direct reference, since a lost pg_depend row must not cost data.
-- A type is also its array, its multirange, its relation (of a composite), its constructors and casts, its own constraints.
-- What has an oid below 16384 was made by initdb (access/transam.h) and refers to no type that is asked for: it is passed over, since
-- most catalogs hold thousands of such rows, and are read once for each type that is removed. Each catalog is joined by itself: one join
-- with all of them put together took three times as long for a single type (measured with 22,000 types, 2,000 tables, 3,000 functions).
WITH RECURSIVE part(type, classid, objid) AS (
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
      ) i
), type_part AS MATERIALIZED (
    SELECT p.type, p.objid AS oid FROM part p WHERE p.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
), reference(type, classid, objid, objsubid) AS (
    SELECT p.type, d.classid, d.objid, d.objsubid
      FROM part p JOIN pg_catalog.pg_depend d ON d.refclassid = p.classid AND d.refobjid = p.objid
    UNION
    SELECT p.type, 'pg_catalog.pg_class'::pg_catalog.regclass, a.attrelid, a.attnum
      FROM type_part p JOIN pg_catalog.pg_attribute a ON a.atttypid = p.oid WHERE a.attrelid >= 16384 AND NOT a.attisdropped
    UNION
    SELECT p.type, 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, 0
      FROM type_part p JOIN pg_catalog.pg_class c ON c.reloftype = p.oid WHERE c.oid >= 16384
    UNION
    SELECT p.type, 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, 0
      FROM type_part p JOIN pg_catalog.pg_type t ON t.typbasetype = p.oid WHERE t.typbasetype <> 0
    UNION
    SELECT p.type, 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, 0
      FROM type_part p JOIN pg_catalog.pg_type t ON t.typelem = p.oid WHERE t.typelem <> 0
    UNION
    SELECT p.type, 'pg_catalog.pg_type'::pg_catalog.regclass, r.rngtypid, 0
      FROM type_part p JOIN pg_catalog.pg_range r ON r.rngsubtype = p.oid
    UNION
    SELECT p.type, 'pg_catalog.pg_proc'::pg_catalog.regclass, f.oid, 0
      FROM pg_catalog.pg_proc f
      CROSS JOIN LATERAL (
          SELECT f.prorettype AS oid UNION ALL SELECT f.provariadic
          UNION ALL SELECT pg_catalog.unnest(f.proargtypes) UNION ALL SELECT pg_catalog.unnest(f.proallargtypes)
      ) used
      JOIN type_part p ON p.oid = used.oid
     WHERE f.oid >= 16384
    UNION
    SELECT p.type, 'pg_catalog.pg_cast'::pg_catalog.regclass, c.oid, 0
      -- not p.oid IN (...): a hash join, where that would compare each with each
      FROM pg_catalog.pg_cast c
      CROSS JOIN LATERAL (VALUES (c.castsource), (c.casttarget)) used(oid)
      JOIN type_part p ON p.oid = used.oid
     WHERE c.oid >= 16384
    UNION
    SELECT p.type, 'pg_catalog.pg_operator'::pg_catalog.regclass, o.oid, 0
      FROM pg_catalog.pg_operator o
      CROSS JOIN LATERAL (VALUES (o.oprleft), (o.oprright), (o.oprresult)) used(oid)
      JOIN type_part p ON p.oid = used.oid
     WHERE o.oid >= 16384
    UNION
    SELECT p.type, 'pg_catalog.pg_proc'::pg_catalog.regclass, g.aggfnoid, 0
      FROM pg_catalog.pg_aggregate g
      CROSS JOIN LATERAL (VALUES (g.aggtranstype), (g.aggmtranstype)) used(oid)
      JOIN type_part p ON p.oid = used.oid
     WHERE g.aggfnoid >= 16384
    UNION
    SELECT p.type, 'pg_catalog.pg_opclass'::pg_catalog.regclass, o.oid, 0
      FROM pg_catalog.pg_opclass o
      CROSS JOIN LATERAL (VALUES (o.opcintype), (o.opckeytype)) used(oid)
      JOIN type_part p ON p.oid = used.oid
     WHERE o.oid >= 16384
    UNION
    SELECT p.type, 'pg_catalog.pg_amop'::pg_catalog.regclass, o.oid, 0
      FROM pg_catalog.pg_amop o
      CROSS JOIN LATERAL (VALUES (o.amoplefttype), (o.amoprighttype)) used(oid)
      JOIN type_part p ON p.oid = used.oid
     WHERE o.oid >= 16384
    UNION
    SELECT p.type, 'pg_catalog.pg_amproc'::pg_catalog.regclass, o.oid, 0
      FROM pg_catalog.pg_amproc o
      CROSS JOIN LATERAL (VALUES (o.amproclefttype), (o.amprocrighttype)) used(oid)
      JOIN type_part p ON p.oid = used.oid
     WHERE o.oid >= 16384
    UNION
    SELECT p.type, 'pg_catalog.pg_transform'::pg_catalog.regclass, f.oid, 0
      FROM type_part p JOIN pg_catalog.pg_transform f ON f.trftype = p.oid
), dependent AS (
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

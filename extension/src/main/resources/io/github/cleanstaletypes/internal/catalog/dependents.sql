-- Who uses each of the given types: by pg_depend, and by any direct reference, since a lost pg_depend row must not cost data.
-- A type is also its array, its multirange, its relation (of a composite), its constructors and casts, its own constraints.
-- What has an oid below 16384 was made by initdb (access/transam.h) and refers to no type that is asked for: it is passed over, since
-- most catalogs hold thousands of such rows, and are read once for each type that is removed. Each catalog is joined by itself: one join
-- with all of them put together took three times as long for a single type (measured with 22,000 types, 2,000 tables, 3,000 functions).
-- The parts come from the statement parts, so that the planner knows how many there are; a list that long is a table in memory for the scan of
-- a catalog, and a few lead to their rows by an index, where there is one.
WITH part(type, classid, objid) AS MATERIALIZED (
    SELECT w.* FROM ROWS FROM (pg_catalog.unnest(:'part_types'::oid[]), pg_catalog.unnest(:'part_classes'::oid[]),
                               pg_catalog.unnest(:'part_objects'::oid[])) AS w(type, classid, objid)
), type_part AS MATERIALIZED (
    SELECT p.type, p.objid AS oid FROM part p WHERE p.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
), reference(type, classid, objid, objsubid) AS (
    SELECT p.type, d.classid, d.objid, d.objsubid
      FROM pg_catalog.pg_depend d JOIN part p ON p.classid = d.refclassid AND p.objid = d.refobjid
     WHERE d.refclassid = ANY (:'ref_classes'::oid[]) AND d.refobjid = ANY (:'part_objects'::oid[])
    UNION
    SELECT p.type, 'pg_catalog.pg_class'::pg_catalog.regclass, a.attrelid, a.attnum
      FROM pg_catalog.pg_attribute a JOIN type_part p ON p.oid = a.atttypid
     -- a dropped column has no type any more
     WHERE a.atttypid = ANY (:'type_parts'::oid[]) AND a.attrelid >= 16384
    UNION
    SELECT p.type, 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, 0
      FROM pg_catalog.pg_class c JOIN type_part p ON p.oid = c.reloftype
     WHERE c.reloftype <> 0 AND c.reloftype = ANY (:'type_parts'::oid[]) AND c.oid >= 16384
    UNION
    SELECT p.type, 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, 0
      FROM pg_catalog.pg_type t
      CROSS JOIN LATERAL (VALUES (t.typbasetype), (t.typelem)) used(oid)
      JOIN type_part p ON p.oid = used.oid
     WHERE t.typbasetype <> 0 AND t.typbasetype = ANY (:'type_parts'::oid[])
        OR t.typelem <> 0 AND t.typelem = ANY (:'type_parts'::oid[])
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
    UNION
    -- What the server notes no dependency of, so that DROP ... RESTRICT succeeds and the view fails with XX000 from then on (measured on 14 to 18):
    -- the type of an array without elements, as in ARRAY[]::mood[], and from 17 on the one that JSON_VALUE returns (catalog/dependency.c passes
    -- over both). A name within a tree has its blanks escaped, and is not taken for either.
    SELECT p.type, e.classid, e.objid, 0
      FROM (
          SELECT 'pg_catalog.pg_rewrite'::pg_catalog.regclass, r.oid, pg_catalog.concat(r.ev_qual, r.ev_action)
            FROM pg_catalog.pg_rewrite r WHERE r.oid >= 16384
          UNION ALL SELECT 'pg_catalog.pg_attrdef'::pg_catalog.regclass, d.oid, d.adbin::text FROM pg_catalog.pg_attrdef d
          UNION ALL SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid, k.conbin::text
            FROM pg_catalog.pg_constraint k WHERE k.oid >= 16384
          UNION ALL SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, f.oid, pg_catalog.concat(f.proargdefaults, f.prosqlbody)
            FROM pg_catalog.pg_proc f WHERE f.oid >= 16384
          UNION ALL SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, i.indexrelid, pg_catalog.concat(i.indexprs, i.indpred)
            FROM pg_catalog.pg_index i WHERE i.indexrelid >= 16384
          UNION ALL SELECT 'pg_catalog.pg_policy'::pg_catalog.regclass, o.oid, pg_catalog.concat(o.polqual, o.polwithcheck)
            FROM pg_catalog.pg_policy o
          UNION ALL SELECT 'pg_catalog.pg_trigger'::pg_catalog.regclass, g.oid, g.tgqual::text FROM pg_catalog.pg_trigger g
          UNION ALL SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, t.typdefaultbin::text
            FROM pg_catalog.pg_type t WHERE t.oid >= 16384
          UNION ALL SELECT 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass, s.oid, s.stxexprs::text FROM pg_catalog.pg_statistic_ext s
          UNION ALL SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, p.partrelid, p.partexprs::text FROM pg_catalog.pg_partitioned_table p
      ) e(classid, objid, tree)
      CROSS JOIN LATERAL pg_catalog.regexp_matches(e.tree, '(array_|element_|)typ(e|)id ([0-9]+)', 'g') AS m(found)
      JOIN type_part p ON p.oid = m.found[3]::oid
     WHERE pg_catalog.strpos(e.tree, 'element_typeid ') > 0 OR pg_catalog.strpos(e.tree, '{JSONRETURNING ') > 0
),
:dependents_in_words

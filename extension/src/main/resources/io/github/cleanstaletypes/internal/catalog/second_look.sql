-- Whether some types are what they were, and whether anything refers to them, all by index: what pg_depend does not know of is damage,
-- which does not come about meanwhile.
WITH RECURSIVE
:type_parts
, used(type) AS (
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

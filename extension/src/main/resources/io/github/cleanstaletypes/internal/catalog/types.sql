-- Standalone types (enum, domain, range, composite, and what else a CREATE TYPE of that name would run into) in user schemas,
-- of the given names in the given schemas or anywhere, or of the given oids; and, if wanted, those that an earlier run has quarantined.
-- Not all the namesakes in other schemas, of which there may be one for each tenant: some, since somebody may have mistaken the schema.
-- A subquery makes the array of the names: planning with a constant of ten thousand took longer than looking them up.
-- Row types, array types and shell types are left out.
SELECT t.oid,
       n.nspname::text AS schema,
       t.typname::text AS name,
       CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range'
                      WHEN 'c' THEN 'composite' WHEN 'm' THEN 'multirange' ELSE 'base' END AS kind,
       pg_catalog.pg_get_userbyid(t.typowner)::text AS owner,
       pg_catalog.pg_has_role(t.typowner, 'USAGE') AS owned,
       pg_catalog.pg_has_role(n.nspowner, 'USAGE') AS schema_owned,
       (SELECT e.extname::text
          FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
         WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.objid = t.oid
           AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.deptype = 'e'
         LIMIT 1) AS extension,
       a.typname::text AS array_name,
       m.typname::text AS multirange_name,
       pg_catalog.obj_description(t.oid, 'pg_type') AS comment,
       -- what the undo was written for: another label, attribute, constraint, default, owner or privilege makes another number of it
:definition
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_catalog.pg_type a ON a.oid = t.typarray
  LEFT JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid
  LEFT JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid
 WHERE t.typisdefined
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND (t.typtype IN ('e', 'd', 'r', 'm')
        -- not EXISTS, which may become a table of all composite types
        OR t.typtype = 'c' AND (SELECT c.relkind FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid) = 'c'
        OR t.typtype = 'b' AND t.typelem = 0)
   AND (t.typname = ANY (ARRAY(SELECT w.name::pg_catalog.name FROM pg_catalog.unnest(:'names'::text[]) AS w(name))) AND (:'anywhere'::bool OR t.typnamespace = ANY (
           ARRAY(SELECT s.oid FROM pg_catalog.pg_namespace s WHERE s.nspname = ANY (:'spaces'::pg_catalog.name[]))))
        OR t.oid = ANY (ARRAY(
           SELECT o.oid
             FROM pg_catalog.pg_type o
            WHERE o.typname = ANY (ARRAY(SELECT w.name::pg_catalog.name FROM pg_catalog.unnest(:'names'::text[]) AS w(name)))
              -- with no name at all it would read the whole table for nothing
              AND NOT :'anywhere'::bool AND pg_catalog.cardinality(:'names'::text[]) > 0
            LIMIT 20))
        OR t.oid = ANY (:'oids'::oid[])
        -- a range of the index: all that were renamed have a name that begins like this
        OR :'quarantined'::bool AND t.typname >= 'stale_' AND t.typname < 'stale`'
           AND EXISTS (SELECT FROM pg_catalog.pg_description q
                        WHERE q.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass AND q.objoid = t.oid AND q.objsubid = 0
                          AND (pg_catalog.starts_with(q.description, :'marker') OR pg_catalog.starts_with(q.description, :'set_aside'))))
 ORDER BY t.oid;

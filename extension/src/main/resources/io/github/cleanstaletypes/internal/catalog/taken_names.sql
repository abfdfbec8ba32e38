-- Which of the given renamed types could not have its original name back, since another type, or a relation's row type, has it by now; or,
-- where a composite type is concerned, any other relation.
SELECT w.type
  FROM ROWS FROM (pg_catalog.unnest(:'renamed_oids'::oid[]), pg_catalog.unnest(:'renamed_from'::text[])) AS w(type, name)
  JOIN pg_catalog.pg_type t ON t.oid = w.type
 WHERE EXISTS (SELECT FROM pg_catalog.pg_type o
                WHERE o.typname = w.name::pg_catalog.name AND o.typnamespace = t.typnamespace AND o.oid <> t.oid)
    OR t.typtype = 'c' AND EXISTS (
           SELECT FROM pg_catalog.pg_class c
            WHERE c.relname = w.name::pg_catalog.name AND c.relnamespace = t.typnamespace AND c.oid <> t.typrelid);

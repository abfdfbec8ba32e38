-- Enums of the given names: their labels in order.
SELECT n.nspname::text AS schema, t.typname::text AS name, pg_catalog.format('%I.%I', n.nspname, t.typname) AS written,
       (SELECT pg_catalog.array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid) AS labels
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
 WHERE t.typtype = 'e' AND t.typname = ANY (:'names'::pg_catalog.name[])
   AND n.nspname NOT IN ('pg_catalog', 'information_schema');

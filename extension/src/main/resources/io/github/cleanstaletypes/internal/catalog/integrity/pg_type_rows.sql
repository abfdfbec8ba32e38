-- All rows of pg_type, by whatever scan the planner is left with; and whether the transaction that wrote a row is still to come.
SELECT t.oid, t.typnamespace AS namespace, t.typname::text AS name, pg_catalog.age(t.xmin) <= 0 AS future
  FROM pg_catalog.pg_type t

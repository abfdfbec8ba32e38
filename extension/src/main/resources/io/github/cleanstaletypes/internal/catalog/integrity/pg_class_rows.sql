-- All rows of pg_class, by whatever scan the planner is left with; and whether the transaction that wrote a row is still to come.
SELECT c.oid, c.relnamespace AS namespace, c.relname::text AS name, pg_catalog.age(c.xmin) <= 0 AS future
  FROM pg_catalog.pg_class c

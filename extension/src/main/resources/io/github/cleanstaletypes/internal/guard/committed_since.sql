-- Which of the given names have come into being since a snapshot was taken: a transaction that it does not show as committed has
-- written their row. A relation's row type stands for it; pg_class has later changes to it, too. Rows hold 32 bits of a transaction
-- id, snapshots 64 (manual, Transactions and Identifiers).
WITH wanted AS (
    SELECT w.schema, w.name
      FROM ROWS FROM (pg_catalog.unnest(:'schemas'::text[]), pg_catalog.unnest(:'names'::text[])) AS w(schema, name)),
present AS (
    SELECT pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint AS xid),
written AS (
    SELECT n.nspname::text AS schema, o.name, o.xid
      FROM (SELECT t.typnamespace AS namespace, t.typname::text AS name, t.xmin::text::bigint AS xid
              FROM pg_catalog.pg_type t
             UNION ALL
            SELECT c.relnamespace, c.relname::text, c.xmin::text::bigint
              FROM pg_catalog.pg_class c
             WHERE c.reltype = 0) o
      JOIN pg_catalog.pg_namespace n ON n.oid = o.namespace
      JOIN wanted w ON w.schema = n.nspname::text AND w.name = o.name
     -- 0 to 2 are no transactions, and older than every other
     WHERE o.xid > 2)
SELECT w.schema, w.name
  FROM written w, present p
 WHERE NOT pg_catalog.pg_visible_in_snapshot(
           GREATEST(3, p.xid - ((p.xid - w.xid + 4294967296 + 2147483648) % 4294967296 - 2147483648))::text::pg_catalog.xid8,
           :'snapshot'::pg_catalog.pg_snapshot)
 ORDER BY w.schema, w.name;

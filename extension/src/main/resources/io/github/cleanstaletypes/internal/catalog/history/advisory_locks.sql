-- The 64-bit keys of advisory locks that sessions hold in this database (manual section 54.12: two halves, objsubid 1).
SELECT DISTINCT (l.classid::bigint << 32) | l.objid::bigint AS key
  FROM pg_catalog.pg_locks l
 WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
   AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database());

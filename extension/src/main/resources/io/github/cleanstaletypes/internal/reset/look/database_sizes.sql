-- How many bytes these databases have, as far as this role may know.
SELECT d.oid, pg_catalog.pg_database_size(d.oid) AS bytes
  FROM pg_catalog.pg_database d
 WHERE d.oid = ANY (:'databases'::pg_catalog.oid[])
   AND (pg_catalog.has_database_privilege(d.oid, 'CONNECT') OR pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE'));

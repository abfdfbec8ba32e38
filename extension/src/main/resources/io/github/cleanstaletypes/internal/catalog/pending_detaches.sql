-- Partitions whose DETACH PARTITION CONCURRENTLY has begun and is not over. A session that is at it shows by its statement only, if this
-- role may see that.
SELECT c.oid,
       n.nspname::text AS schema,
       c.relname::text AS name,
       pn.nspname::text AS parent_schema,
       p.relname::text AS parent_name,
       pg_catalog.pg_get_userbyid(c.relowner)::text AS owner,
       (SELECT pg_catalog.min(a.pid)
          FROM pg_catalog.pg_stat_activity a
         WHERE a.datname = pg_catalog.current_database() AND a.state = 'active' AND a.pid <> pg_catalog.pg_backend_pid()
           AND a.query ~* 'detach\s+partition\s.*\sconcurrently') AS detacher
  FROM pg_catalog.pg_inherits i
  JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
  JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
 WHERE i.inhdetachpending
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
 ORDER BY c.oid;

-- Whether another session is creating something in this database: it holds a lock on an object that the catalog does not show.
SELECT EXISTS (
    SELECT FROM pg_catalog.pg_locks k
     WHERE k.granted
       AND k.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()
       AND k.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
       AND (k.locktype = 'relation' AND k.mode = 'AccessExclusiveLock'
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = k.relation)
         OR k.locktype = 'object' AND k.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_type t WHERE t.oid = k.objid))) AS creating;

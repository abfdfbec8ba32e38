-- Whether this session holds a lock on a type.
SELECT EXISTS (SELECT FROM pg_catalog.pg_locks l
                WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'object'
                  AND l.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND l.objid = :'oid'::pg_catalog.oid);

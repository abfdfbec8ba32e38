-- Takes the database's key together with others, and the name's key alone, until the end of the session; or nothing, if somebody is in the
-- way, or waits for the whole database: only then the key of those who wait cannot be had alone, for the length of this statement. Never
-- waits.
SELECT CASE WHEN :'gives_way'::pg_catalog.bool AND NOT pg_catalog.pg_try_advisory_xact_lock(:'waiting'::pg_catalog.int8) THEN false
            WHEN NOT pg_catalog.pg_try_advisory_lock(:'name'::pg_catalog.int8) THEN false
            WHEN pg_catalog.pg_try_advisory_lock_shared(:'key'::pg_catalog.int8) THEN true
            ELSE NOT pg_catalog.pg_advisory_unlock(:'name'::pg_catalog.int8) END AS done;

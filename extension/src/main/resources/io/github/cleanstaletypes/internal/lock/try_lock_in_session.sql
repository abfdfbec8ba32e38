-- Takes the lock until the end of the session, if nobody else has it; never waits.
SELECT pg_catalog.pg_try_advisory_lock(:'key'::pg_catalog.int8) AS done;

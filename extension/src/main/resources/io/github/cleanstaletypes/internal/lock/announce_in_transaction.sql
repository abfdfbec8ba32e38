-- Says until the end of the transaction that it waits for the whole database; never waits.
SELECT pg_catalog.pg_try_advisory_xact_lock_shared(:'key'::pg_catalog.int8) AS done;

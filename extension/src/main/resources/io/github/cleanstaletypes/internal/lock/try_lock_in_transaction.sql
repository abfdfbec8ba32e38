-- Takes the lock until the end of the transaction, if nobody else has it; never waits.
SELECT pg_catalog.pg_try_advisory_xact_lock(:'key'::pg_catalog.int8) AS done;

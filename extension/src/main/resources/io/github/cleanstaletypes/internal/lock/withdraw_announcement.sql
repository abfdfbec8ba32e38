-- Says no longer that this session waits for the whole database.
SELECT pg_catalog.pg_advisory_unlock_shared(:'key'::pg_catalog.int8) AS done;

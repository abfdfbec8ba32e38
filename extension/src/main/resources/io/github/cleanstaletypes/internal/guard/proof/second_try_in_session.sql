-- The same where a server knows no lock of a transaction; the session ends at once.
SELECT pg_catalog.pg_try_advisory_lock(:'key'::pg_catalog.int8) AS got;

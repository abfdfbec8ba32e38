-- A second session tries a key that the guard holds: it must not get it. Rolled back at once.
SELECT pg_catalog.pg_try_advisory_xact_lock(:'key'::pg_catalog.int8) AS got;

-- Gives back what the session has taken.
SELECT pg_catalog.pg_advisory_unlock(:'key'::pg_catalog.int8) AS done;

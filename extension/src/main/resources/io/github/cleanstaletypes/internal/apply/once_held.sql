-- Which transactions of the whole server have ended by now, and the number of this one.
SELECT pg_catalog.pg_current_snapshot()::text AS seen, pg_catalog.pg_current_xact_id()::text AS own;

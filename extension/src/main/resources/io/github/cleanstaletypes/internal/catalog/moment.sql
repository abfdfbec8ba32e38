-- Which transactions of the whole server have ended: what those have changed is what a look with this snapshot sees.
SELECT pg_catalog.pg_current_snapshot()::text AS seen;

-- Which transactions of the whole server are under way.
SELECT pg_catalog.pg_current_snapshot()::text;

-- What is committed at this moment.
SELECT pg_catalog.pg_current_snapshot()::text;

-- Which backend answers: behind a pooler another one than the connection was told of.
SELECT pg_catalog.pg_backend_pid() AS pid;

-- Whose session this is, and what a bare name means in it. Nothing but qualified functions, since nothing of it is set yet:
-- no operator, no cast and no type name is looked up by the session's search path.
SELECT pg_catalog.pg_backend_pid() AS pid,
       pg_catalog.current_schemas(false) AS search_path,
       pg_catalog.current_setting('default_transaction_read_only') AS read_only;

-- Where this session is: which database, on which server since when, and whether that takes changes.
SELECT d.oid,
       d.datname::text AS name,
       pg_catalog.pg_postmaster_start_time()::text AS server_started,
       pg_catalog.pg_is_in_recovery() AS in_recovery,
       pg_catalog.pg_backend_pid() AS pid,
       pg_catalog.current_setting('server_version') AS version,
       pg_catalog.current_setting('default_transaction_read_only')::pg_catalog.bool AS read_only
  FROM pg_catalog.pg_database d
 WHERE d.datname = pg_catalog.current_database();

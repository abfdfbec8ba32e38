-- Which database this is, on which server; two sessions of one database agree in all of it.
SELECT d.oid,
       d.datname::text AS name,
       pg_catalog.pg_postmaster_start_time()::text AS server_started,
       pg_catalog.pg_is_in_recovery() AS in_recovery,
       pg_catalog.pg_backend_pid() AS pid
  FROM pg_catalog.pg_database d
 WHERE d.datname = pg_catalog.current_database();

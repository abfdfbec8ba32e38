-- Facts about this server, this database and this role that cost nothing. One row.
SELECT pg_catalog.current_setting('server_version_num')::int AS version_num,
       pg_catalog.split_part(pg_catalog.current_setting('server_version'), ' ', 1) AS version,
       pg_catalog.version() AS product,
       pg_catalog.current_database()::text AS database,
       current_user::text AS role_name,
       pg_catalog.pg_is_in_recovery() AS in_recovery;

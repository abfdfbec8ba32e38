-- What has arrived of the environment that a session began with (its own transaction has another lock_timeout), and what kind of server this is.
SELECT pg_catalog.current_setting('application_name') AS application_name,
       pg_catalog.current_setting('client_connection_check_interval', true) AS check_interval,
       (SELECT s.reset_val FROM pg_catalog.pg_settings s WHERE s.name = 'lock_timeout') AS lock_timeout,
       pg_catalog.version() AS version;

-- What has arrived of the environment that a session began with, and what kind of server this is.
SELECT pg_catalog.current_setting('application_name') AS application_name,
       pg_catalog.current_setting('client_connection_check_interval', true) AS check_interval,
       pg_catalog.version() AS version;

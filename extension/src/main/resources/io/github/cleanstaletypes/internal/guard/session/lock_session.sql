-- Settings of the session that holds the lock: the server is to notice within half a minute that this host has vanished. Keepalives are
-- ignored where there is no TCP, or no such setting (manual section 20.3.2).
SELECT pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false),
       pg_catalog.set_config('row_security', 'off', false),
       pg_catalog.set_config('tcp_keepalives_idle', '10', false),
       pg_catalog.set_config('tcp_keepalives_interval', '5', false),
       pg_catalog.set_config('tcp_keepalives_count', '4', false);

-- Fails where a session cannot be told to look after its client.
SELECT pg_catalog.set_config('client_connection_check_interval', '1s', true);

-- No statement of ours goes on for ever; where the session's own limit is shorter, it stays. After settings.sql: here the server's own
-- operators are meant.
SELECT pg_catalog.set_config('statement_timeout', '5min', true)
 WHERE pg_catalog.current_setting('statement_timeout')::pg_catalog.interval NOT BETWEEN '1 ms'::pg_catalog.interval AND '5 min'::pg_catalog.interval;

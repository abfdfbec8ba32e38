-- No statement of ours goes on for ever; where the session's own limit is shorter, it stays. After settings.sql: here the server's own
-- operators are meant.
SELECT pg_catalog.set_config('statement_timeout', :'statement_limit'::text, true)
 WHERE pg_catalog.current_setting('statement_timeout')::pg_catalog.interval
       NOT BETWEEN '1 ms'::pg_catalog.interval AND :'statement_limit'::pg_catalog.interval;

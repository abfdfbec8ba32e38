-- A CREATE that meets a row that nobody has read waits for ever, lock_timeout or not.
SELECT pg_catalog.set_config('statement_timeout', '1s', true);

-- Each of our waits ends before a session that waits for us looks for a deadlock, and gives up: half of deadlock_timeout, and 200 ms at most.
SELECT pg_catalog.set_config('lock_timeout', least(200, greatest(1, (SELECT s.setting::pg_catalog.int4
                                                                       FROM pg_catalog.pg_settings s
                                                                      WHERE s.name = 'deadlock_timeout') / 2))::text, true),
       pg_catalog.set_config('statement_timeout', '30s', true),
       pg_catalog.set_config('client_min_messages', 'error', true);

-- Each of our waits ends before a session that waits for us looks for a deadlock, and gives up: half of deadlock_timeout, and 200 ms at
-- most; several in a row share that. Not from pg_settings, which takes a millisecond to put together.
SELECT pg_catalog.set_config('lock_timeout', greatest(1, pg_catalog.floor(least(200, pg_catalog.date_part('epoch',
           pg_catalog.current_setting('deadlock_timeout')::pg_catalog.interval) * 500) / :'waits'::pg_catalog.int4))::text, true),
       pg_catalog.set_config('statement_timeout', '30s', true),
       pg_catalog.set_config('client_min_messages', 'error', true);

-- Reading a user's table must never hold up a migration, nor be held up.
SELECT pg_catalog.set_config('lock_timeout', '200ms', true), pg_catalog.set_config('statement_timeout', '5s', true);

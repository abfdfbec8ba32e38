-- What a session of a reset's own is set to: it reaches the server directly, and goes when the reset ends. Nothing bare is looked up among
-- what users have made.
SELECT pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false),
       pg_catalog.set_config('row_security', 'off', false);

-- What each transaction of ours sets for itself, and for nobody after it. search_path first: no object of a user's can stand in for one
-- of the server's, and the server qualifies every other name that it prints. row_security off: a policy is an error, not a call of its
-- function. constraint_exclusion off: the planner looks at nobody's constraints. jit off: compiling a query of the catalog takes
-- seconds where many types are claimed, and saves nothing (measured on 20,000). The others have the server read arrays and write
-- names in one way, whatever the session's settings are.
SELECT pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true),
       pg_catalog.set_config('row_security', 'off', true),
       pg_catalog.set_config('constraint_exclusion', 'off', true),
       pg_catalog.set_config('jit', 'off', true),
       pg_catalog.set_config('lock_timeout', '10s', true),
       pg_catalog.set_config('array_nulls', 'on', true),
       pg_catalog.set_config('quote_all_identifiers', 'off', true);

-- The session's search path is again the one that each transaction of ours begins with. Nothing is called by a bare name here.
SELECT pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);

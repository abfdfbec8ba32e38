-- A quick look costs the same whatever there is: no catalog is read from end to end, in its own order or in an index's, where an index leads to
-- a row. Joins by hashing or merging would do that, wherever the planner expects many rows.
SELECT pg_catalog.set_config('enable_seqscan', 'off', true),
       pg_catalog.set_config('enable_hashjoin', 'off', true),
       pg_catalog.set_config('enable_mergejoin', 'off', true);

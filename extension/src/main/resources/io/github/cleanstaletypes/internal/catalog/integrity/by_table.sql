-- Leaves the planner sequential scans only.
SELECT pg_catalog.set_config('enable_seqscan', 'on', true),
       pg_catalog.set_config('enable_bitmapscan', 'off', true),
       pg_catalog.set_config('enable_indexscan', 'off', true),
       pg_catalog.set_config('enable_indexonlyscan', 'off', true);

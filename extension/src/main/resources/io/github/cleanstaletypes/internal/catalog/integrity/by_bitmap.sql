-- Leaves the planner bitmap scans only: each row that the index leads to, in the order in which they lie in the table. The memory is what keeps
-- the bitmap exact, some 60 bytes for a page of the table; a page of which it knows no more than that it is wanted is read as a whole.
SELECT pg_catalog.set_config('enable_seqscan', 'off', true),
       pg_catalog.set_config('enable_indexscan', 'off', true),
       pg_catalog.set_config('enable_indexonlyscan', 'off', true),
       pg_catalog.set_config('enable_bitmapscan', 'on', true),
       pg_catalog.set_config('work_mem', '1GB', true);

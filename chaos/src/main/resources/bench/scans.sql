-- by functions: the view of statistics would itself read pg_class as a whole
SELECT catalog,
       pg_catalog.pg_stat_get_numscans(('pg_catalog.' || catalog)::pg_catalog.regclass) AS scans
  FROM pg_catalog.unnest(ARRAY['pg_attribute', 'pg_class', 'pg_constraint', 'pg_depend', 'pg_enum', 'pg_index',
                               'pg_namespace', 'pg_proc', 'pg_range', 'pg_type']) AS catalog

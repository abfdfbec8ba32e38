SELECT chaos_oracle.bt_index_check(i.indexrelid, true)
  FROM pg_catalog.pg_index i
 WHERE i.indrelid IN ('pg_catalog.pg_type'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass,
                      'pg_catalog.pg_attribute'::pg_catalog.regclass, 'pg_catalog.pg_depend'::pg_catalog.regclass)

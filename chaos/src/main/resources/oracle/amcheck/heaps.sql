SELECT pg_catalog.format('amcheck: %s block %s: %s', c.relname, h.blkno, h.msg)
  FROM pg_catalog.pg_class c, LATERAL chaos_oracle.verify_heapam(c.oid) h
 WHERE c.oid IN ('pg_catalog.pg_type'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass,
                 'pg_catalog.pg_attribute'::pg_catalog.regclass, 'pg_catalog.pg_depend'::pg_catalog.regclass)

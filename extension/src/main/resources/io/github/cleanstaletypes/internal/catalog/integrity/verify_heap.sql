SELECT v.blkno, v.offnum, v.msg
  FROM %s('pg_catalog.%s'::pg_catalog.regclass, false::pg_catalog.bool, false::pg_catalog.bool, 'none'::pg_catalog.text,
          NULL::pg_catalog.int8, NULL::pg_catalog.int8) AS v;

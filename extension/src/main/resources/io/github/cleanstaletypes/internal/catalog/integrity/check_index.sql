SELECT %s('pg_catalog.%s'::pg_catalog.regclass, true::pg_catalog.bool);

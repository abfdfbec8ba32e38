SELECT pg_catalog.count(*) || ' '
       || coalesce(pg_catalog.sum(pg_catalog.hashtextextended(r.oid || ' ' || r.namespace || ' ' || r.name, 0)), 0) AS total
  FROM (%s) r;

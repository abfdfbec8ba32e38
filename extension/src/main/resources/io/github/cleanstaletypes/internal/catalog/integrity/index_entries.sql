SELECT pg_catalog.count(*)::text AS rows
  FROM pg_catalog.%s r
 WHERE r.%s;

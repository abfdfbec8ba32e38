SELECT %d::pg_catalog.int8 AS oid, (SELECT pg_catalog.count(*) FROM (SELECT FROM ONLY %s LIMIT %d) AS counted) AS n;

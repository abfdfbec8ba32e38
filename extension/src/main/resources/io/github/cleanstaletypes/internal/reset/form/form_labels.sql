-- Which providers have put a security label on a database.
SELECT l.provider, l.label
  FROM pg_catalog.pg_database d
  JOIN pg_catalog.pg_shseclabel l ON l.objoid = d.oid AND l.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass
 WHERE d.datname = :'database'::pg_catalog.name
 ORDER BY l.provider;

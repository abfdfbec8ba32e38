-- By which version of its collation the machine would sort a new database like this one; from version 15 on.
SELECT pg_catalog.pg_database_collation_actual_version(d.oid) AS actual
  FROM pg_catalog.pg_database d
 WHERE d.datname = :'database'::pg_catalog.name;

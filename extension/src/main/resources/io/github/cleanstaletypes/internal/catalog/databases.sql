-- Databases that may hold somebody's objects. One that is closed takes no connection: by datallowconn, or left by an interrupted DROP DATABASE.
SELECT d.datname::text AS name, d.datallowconn AND d.datconnlimit <> -2 AS open
  FROM pg_catalog.pg_database d
 WHERE NOT d.datistemplate
 ORDER BY d.datname;

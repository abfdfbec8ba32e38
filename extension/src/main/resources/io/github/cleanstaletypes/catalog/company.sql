-- How many others could hold a reference to a name in this database: sessions (an autovacuum worker has no user) and prepared transactions.
SELECT (SELECT pg_catalog.count(*)
          FROM pg_catalog.pg_stat_activity a
         WHERE a.datname = pg_catalog.current_database() AND a.pid <> pg_catalog.pg_backend_pid() AND a.usesysid IS NOT NULL)
     + (SELECT pg_catalog.count(*)
          FROM pg_catalog.pg_prepared_xacts x
         WHERE x.database = pg_catalog.current_database()) AS others;

-- How many others could hold a reference to a name in this database: sessions (an autovacuum worker has no user) and prepared transactions.
-- The session of a guard that holds or awaits its lock (GuardToken names it) does nothing else, and knows no names of types.
SELECT (SELECT pg_catalog.count(*)
          FROM pg_catalog.pg_stat_activity a
         WHERE a.datname = pg_catalog.current_database() AND a.pid <> pg_catalog.pg_backend_pid() AND a.usesysid IS NOT NULL
           AND pg_catalog.starts_with(a.application_name, 'cst-guard:') IS NOT TRUE)
     + (SELECT pg_catalog.count(*)
          FROM pg_catalog.pg_prepared_xacts x
         WHERE x.database = pg_catalog.current_database()) AS others;

-- Which of the schemas of claimed names are there; or all user schemas, where patterns say which ones are looked into.
SELECT n.nspname::text AS schema
  FROM pg_catalog.pg_namespace n
 WHERE n.nspname = ANY (:'schemas'::pg_catalog.name[])
    OR :'every_schema'::bool AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';

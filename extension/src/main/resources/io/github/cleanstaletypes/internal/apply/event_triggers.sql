-- Event triggers that run for what is done to types and indexes here: each is a function of somebody else's, in the middle of our statement.
SELECT pg_catalog.quote_ident(e.evtname) AS name,
       pg_catalog.pg_get_userbyid(e.evtowner)::text AS owner,
       p.proname::text AS function
  FROM pg_catalog.pg_event_trigger e
  JOIN pg_catalog.pg_proc p ON p.oid = e.evtfoid
 WHERE e.evtenabled <> 'D' AND e.evtevent IN ('ddl_command_start', 'ddl_command_end', 'sql_drop')
   AND (e.evttags IS NULL
        OR e.evttags && ARRAY['DROP TYPE', 'DROP DOMAIN', 'DROP INDEX', 'ALTER TYPE', 'ALTER DOMAIN', 'ALTER FUNCTION', 'COMMENT', 'CREATE VIEW'])
 ORDER BY e.evtname;

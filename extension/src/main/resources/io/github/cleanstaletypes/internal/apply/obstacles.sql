-- What speaks against trying a CREATE in a schema. One row.
SELECT n.oid IS NOT NULL AS schema_there,
       pg_catalog.pg_is_in_recovery() AS in_recovery,
       coalesce(pg_catalog.has_schema_privilege(n.oid, 'CREATE'), false) AS may_create,
       (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(e.evtname), ', ' ORDER BY e.evtname)
          FROM pg_catalog.pg_event_trigger e
         WHERE e.evtenabled <> 'D' AND e.evtevent IN ('ddl_command_start', 'ddl_command_end')
           AND (e.evttags IS NULL OR 'CREATE TYPE' = ANY (e.evttags))) AS event_triggers
  FROM (SELECT) one LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = :'schema';

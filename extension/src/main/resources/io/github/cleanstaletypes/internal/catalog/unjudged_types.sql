-- How many standalone types there are, and the first of them by name, where no name is claimed, so that none of them is judged; of those by name,
-- without those that an earlier run has quarantined. One row at least, and no count where a name is claimed.
WITH
:standalone_types
, every(oid, typname, typnamespace) AS MATERIALIZED (
    SELECT s.oid, s.typname, s.typnamespace FROM standalone s WHERE :'unclaimed'::bool
)
SELECT e.number AS standalone_types, n.nspname::text AS schema, f.typname::text AS name
  FROM (SELECT pg_catalog.count(*) AS number FROM every) e
  LEFT JOIN (SELECT s.typname, s.typnamespace
               FROM every s
              WHERE s.oid NOT IN (SELECT t.oid
                                    FROM pg_catalog.pg_type t
                                    JOIN pg_catalog.pg_description q
                                      ON q.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass AND q.objoid = t.oid AND q.objsubid = 0
                                   WHERE t.typname >= 'stale_' AND t.typname < 'stale`'
                                     AND (pg_catalog.starts_with(q.description, :'marker')
                                          OR pg_catalog.starts_with(q.description, :'set_aside')))
              ORDER BY s.typname, s.typnamespace
              LIMIT 11) f ON true
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = f.typnamespace
 ORDER BY f.typname, f.typnamespace;

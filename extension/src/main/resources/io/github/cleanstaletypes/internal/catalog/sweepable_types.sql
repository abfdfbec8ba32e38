-- Of each schema, how many standalone types some column has, itself or as an array, and which others there are: those alone are looked at
-- closely. By pg_depend, where what is found is in use; what is not found is not known to be unused.
WITH
:standalone_types
, used(oid) AS (
    SELECT DISTINCT d.refobjid
      FROM pg_catalog.pg_depend d
     WHERE d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.deptype = 'n'
       AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid <> 0
)
SELECT n.nspname::text AS schema,
       pg_catalog.count(*) AS standalone_types,
       pg_catalog.count(u.oid) AS used,
       pg_catalog.array_agg(s.oid::pg_catalog.int8) FILTER (WHERE u.oid IS NULL) AS others
  FROM standalone s
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = s.typnamespace
  LEFT JOIN used u ON u.oid = s.oid
 GROUP BY n.nspname;

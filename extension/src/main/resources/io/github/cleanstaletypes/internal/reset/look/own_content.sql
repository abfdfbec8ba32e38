-- What is in this database besides what the server has put there (its numbers are below 16384), what extensions have, parts of other
-- objects, the schema public (which may have been made anew, and holds what is counted by itself), the schemas that extensions are in, and
-- default privileges.
SELECT o.kind, pg_catalog.count(*) AS number
  FROM (SELECT 'schema' AS kind, 'pg_catalog.pg_namespace'::pg_catalog.regclass AS class, n.oid
          FROM pg_catalog.pg_namespace n
         WHERE NOT pg_catalog.starts_with(n.nspname::text, 'pg_') AND n.nspname <> 'public'
           AND NOT EXISTS (SELECT FROM pg_catalog.pg_extension e WHERE e.extnamespace = n.oid)
        UNION ALL SELECT 'relation', 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid FROM pg_catalog.pg_class c
         WHERE c.relpersistence <> 't'
        UNION ALL SELECT 'type', 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid FROM pg_catalog.pg_type t
         WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid AND c.relpersistence = 't')
        UNION ALL SELECT 'function', 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid FROM pg_catalog.pg_proc p
        UNION ALL SELECT 'operator', 'pg_catalog.pg_operator'::pg_catalog.regclass, p.oid FROM pg_catalog.pg_operator p
        UNION ALL SELECT 'operator class', 'pg_catalog.pg_opclass'::pg_catalog.regclass, p.oid FROM pg_catalog.pg_opclass p
        UNION ALL SELECT 'operator family', 'pg_catalog.pg_opfamily'::pg_catalog.regclass, p.oid FROM pg_catalog.pg_opfamily p
        UNION ALL SELECT 'access method', 'pg_catalog.pg_am'::pg_catalog.regclass, a.oid FROM pg_catalog.pg_am a
        UNION ALL SELECT 'cast', 'pg_catalog.pg_cast'::pg_catalog.regclass, c.oid FROM pg_catalog.pg_cast c
        UNION ALL SELECT 'collation', 'pg_catalog.pg_collation'::pg_catalog.regclass, c.oid FROM pg_catalog.pg_collation c
        UNION ALL SELECT 'conversion', 'pg_catalog.pg_conversion'::pg_catalog.regclass, c.oid FROM pg_catalog.pg_conversion c
        UNION ALL SELECT 'language', 'pg_catalog.pg_language'::pg_catalog.regclass, l.oid FROM pg_catalog.pg_language l
        UNION ALL SELECT 'transform', 'pg_catalog.pg_transform'::pg_catalog.regclass, t.oid FROM pg_catalog.pg_transform t
        UNION ALL SELECT 'event trigger', 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, e.oid FROM pg_catalog.pg_event_trigger e
        UNION ALL SELECT 'foreign-data wrapper', 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, f.oid
          FROM pg_catalog.pg_foreign_data_wrapper f
        UNION ALL SELECT 'foreign server', 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, f.oid FROM pg_catalog.pg_foreign_server f
        UNION ALL SELECT 'publication', 'pg_catalog.pg_publication'::pg_catalog.regclass, p.oid FROM pg_catalog.pg_publication p
        UNION ALL SELECT 'text search configuration', 'pg_catalog.pg_ts_config'::pg_catalog.regclass, t.oid FROM pg_catalog.pg_ts_config t
        UNION ALL SELECT 'text search dictionary', 'pg_catalog.pg_ts_dict'::pg_catalog.regclass, t.oid FROM pg_catalog.pg_ts_dict t
        UNION ALL SELECT 'text search parser', 'pg_catalog.pg_ts_parser'::pg_catalog.regclass, t.oid FROM pg_catalog.pg_ts_parser t
        UNION ALL SELECT 'text search template', 'pg_catalog.pg_ts_template'::pg_catalog.regclass, t.oid FROM pg_catalog.pg_ts_template t
        UNION ALL SELECT 'large object', 'pg_catalog.pg_largeobject'::pg_catalog.regclass, l.oid
          FROM pg_catalog.pg_largeobject_metadata l) o
 WHERE o.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = o.class AND d.objid = o.oid AND d.objsubid = 0 AND d.deptype IN ('e', 'i', 'a', 'P', 'S', 'x'))
 GROUP BY o.kind
 ORDER BY o.kind;

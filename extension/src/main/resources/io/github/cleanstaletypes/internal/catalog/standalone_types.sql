-- Standalone types of user schemas, without what an extension owns, which is never a candidate. Each catalog is read once, by as many workers as
-- the server gives; the few oids that are left out are a table in memory.
standalone(oid, typname, typnamespace) AS NOT MATERIALIZED (
    SELECT s.oid, s.typname, s.typnamespace
      FROM (SELECT t.oid, t.typname, t.typnamespace
              FROM pg_catalog.pg_type t
             WHERE t.typisdefined AND t.typtype IN ('e', 'd', 'r')
            UNION ALL
            SELECT t.oid, t.typname, t.typnamespace
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_type t ON t.oid = c.reltype
             WHERE c.relkind = 'c') s
     WHERE s.typnamespace NOT IN (SELECT n.oid FROM pg_catalog.pg_namespace n
                                   WHERE n.nspname ~ '^pg_' OR n.nspname = 'information_schema')
       AND s.oid NOT IN (SELECT d.objid FROM pg_catalog.pg_depend d
                          WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                            AND d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.deptype = 'e')
)

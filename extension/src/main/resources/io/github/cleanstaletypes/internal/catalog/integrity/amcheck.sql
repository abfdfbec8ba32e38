-- Where amcheck's functions are, if this role may call them. No row without them. C functions of the extension itself, with the very
-- arguments that they are called with: nobody but a superuser could have put another in their place.
SELECT pg_catalog.format('%I.verify_heapam', n.nspname) AS verify_heapam,
       pg_catalog.format('%I.bt_index_check', n.nspname) AS bt_index_check
  FROM pg_catalog.pg_extension e
  JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
 WHERE e.extname = 'amcheck' AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
   AND (SELECT pg_catalog.count(DISTINCT p.proname)
          FROM pg_catalog.pg_depend d
          JOIN pg_catalog.pg_proc p ON p.oid = d.objid
          JOIN pg_catalog.pg_language l ON l.oid = p.prolang
         WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.refobjid = e.oid AND d.deptype = 'e'
           AND d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
           AND p.pronamespace = n.oid AND l.lanname = 'c' AND pg_catalog.has_function_privilege(p.oid, 'EXECUTE')
           AND (p.proname = 'verify_heapam'
                  AND pg_catalog.oidvectortypes(p.proargtypes) = 'regclass, boolean, boolean, text, bigint, bigint'
                OR p.proname = 'bt_index_check' AND pg_catalog.oidvectortypes(p.proargtypes) = 'regclass, boolean')) = 2;

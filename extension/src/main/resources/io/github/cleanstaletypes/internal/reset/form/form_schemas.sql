-- The schemas that belong to a database's form: public, and those that hold extensions; and what this role could do about each.
WITH role AS (
:form_member
)
SELECT n.nspname AS name,
       pg_catalog.pg_get_userbyid(n.nspowner) AS owner,
       n.nspacl IS NULL AS untouched,
       pg_catalog.obj_description(n.oid, 'pg_namespace') AS comment,
       (SELECT e.extname
          FROM pg_catalog.pg_depend p
          JOIN pg_catalog.pg_extension e ON e.oid = p.refobjid
         WHERE p.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND p.objid = n.oid AND p.deptype = 'e'
           AND p.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass) AS extension,
       pg_catalog.has_database_privilege(role.me, d.oid, 'CREATE') AS may_create,
       pg_catalog.pg_has_role(role.me, n.nspowner, role.word) AND pg_catalog.pg_has_role(role.me, n.nspowner, 'USAGE') AS may_own
  FROM role
 CROSS JOIN pg_catalog.pg_namespace n
  JOIN pg_catalog.pg_database d ON d.datname = pg_catalog.current_database()
 WHERE n.nspname = 'public'
    OR (n.oid IN (SELECT e.extnamespace FROM pg_catalog.pg_extension e) AND n.nspname NOT IN ('pg_catalog', 'information_schema'))
 ORDER BY n.nspname;

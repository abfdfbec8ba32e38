-- The extensions, what each needs, which versions there are, and who could make it: this role, and the role that it belongs to.
WITH role AS (
:form_member
), extension AS MATERIALIZED (
SELECT e.oid, e.extname, e.extowner, e.extnamespace, e.extversion, e.extconfig
  FROM pg_catalog.pg_extension e
), version AS MATERIALIZED (
SELECT v.name, v.version, v.superuser, v.trusted
  FROM pg_catalog.pg_available_extension_versions v
 WHERE v.name IN (SELECT e.extname FROM extension e)
)
SELECT e.extname AS name,
       n.nspname AS schema,
       e.extversion AS version,
       pg_catalog.pg_get_userbyid(e.extowner) AS owner,
       pg_catalog.obj_description(e.oid, 'pg_extension') AS comment,
       ARRAY(SELECT o.extname::pg_catalog.text
               FROM pg_catalog.pg_depend p
               JOIN extension o ON o.oid = p.refobjid AND o.oid <> e.oid
              WHERE p.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                AND ((p.classid = p.refclassid AND p.objid = e.oid)
                     OR (p.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND p.objid = e.extnamespace AND p.deptype = 'e'))
              ORDER BY 1) AS after,
       ARRAY(SELECT v.version FROM version v WHERE v.name = e.extname ORDER BY 1) AS available,
       ARRAY(SELECT c.oid::pg_catalog.text FROM pg_catalog.unnest(e.extconfig::pg_catalog.regclass[]) AS c(oid) ORDER BY 1) AS tables,
       a.superuser IS FALSE OR COALESCE(a.trusted, false) AS trusted,
       pg_catalog.has_database_privilege(role.me, d.oid, 'CREATE') AS may_create,
       e.extname = 'plpgsql' AND e.extowner = 10 AND n.nspname = 'pg_catalog'
           AND pg_catalog.obj_description(e.oid, 'pg_extension') = 'PL/pgSQL procedural language' AS usual,
       e.extowner = role.me AS mine,
       pg_catalog.pg_has_role(role.me, e.extowner, role.word)
           AND (w.rolsuper OR ((a.superuser IS FALSE OR a.trusted) AND pg_catalog.has_database_privilege(w.oid, d.oid, 'CREATE')))
           AS owner_may
  FROM role
 CROSS JOIN extension e
  JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
  JOIN pg_catalog.pg_database d ON d.datname = pg_catalog.current_database()
  LEFT JOIN pg_catalog.pg_roles w ON w.oid = e.extowner
  LEFT JOIN version a ON a.name = e.extname AND a.version = e.extversion
 ORDER BY e.extname;

-- The same of each schema as of the database: who has which privilege, and from whom.
WITH role AS (
:form_member
)
SELECT n.nspname AS schema,
       pg_catalog.pg_get_userbyid(x.grantor) AS grantor,
       CASE WHEN x.grantee <> 0 THEN pg_catalog.pg_get_userbyid(x.grantee) END AS grantee,
       x.privilege_type AS privilege,
       x.is_grantable AS grantable,
       x.grantor = n.nspowner OR (pg_catalog.pg_has_role(role.me, x.grantor, role.word)
                                  AND NOT pg_catalog.pg_has_role(x.grantor, n.nspowner, 'USAGE')) AS repeatable
  FROM role
 CROSS JOIN pg_catalog.pg_namespace n
 CROSS JOIN LATERAL pg_catalog.aclexplode(n.nspacl) x
 WHERE n.nspname = 'public'
    OR n.oid IN (SELECT e.extnamespace FROM pg_catalog.pg_extension e);

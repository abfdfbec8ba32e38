-- What new objects of a role begin with, a row for each privilege (one without any is a row, too), and whether this role may say so.
WITH role AS (
:form_member
)
SELECT pg_catalog.pg_get_userbyid(a.defaclrole) AS role,
       n.nspname AS schema,
       a.defaclobjtype::pg_catalog.text AS kind,
       pg_catalog.pg_get_userbyid(x.grantor) AS grantor,
       CASE WHEN x.grantee <> 0 THEN pg_catalog.pg_get_userbyid(x.grantee) END AS grantee,
       x.privilege_type AS privilege,
       x.is_grantable AS grantable,
       x.grantor = a.defaclrole AS repeatable,
       pg_catalog.pg_has_role(role.me, a.defaclrole, CASE role.word WHEN 'SET' THEN 'USAGE' ELSE 'MEMBER' END) AS may_change,
       n.oid IS NULL OR pg_catalog.has_schema_privilege(a.defaclrole, n.oid, 'CREATE') AS may_use_schema
  FROM role
 CROSS JOIN pg_catalog.pg_default_acl a
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = a.defaclnamespace
  LEFT JOIN LATERAL pg_catalog.aclexplode(a.defaclacl) x ON true
 ORDER BY 1, 2, 3;

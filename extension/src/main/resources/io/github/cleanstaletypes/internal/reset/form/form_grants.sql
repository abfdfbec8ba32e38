-- Who has which privilege on a database, from whom, and whether this role can give it again in the same name: the owner's own are given
-- by who may act as the owner, others' by a role that is set for that, unless it may act as the owner by now, or is a superuser.
WITH role AS (
:form_member
)
SELECT pg_catalog.pg_get_userbyid(x.grantor) AS grantor,
       CASE WHEN x.grantee <> 0 THEN pg_catalog.pg_get_userbyid(x.grantee) END AS grantee,
       x.privilege_type AS privilege,
       x.is_grantable AS grantable,
       x.grantor = d.datdba OR (pg_catalog.pg_has_role(role.me, x.grantor, role.word)
                                AND NOT pg_catalog.pg_has_role(x.grantor, d.datdba, 'USAGE')) AS repeatable
  FROM role
 CROSS JOIN pg_catalog.pg_database d
 CROSS JOIN LATERAL pg_catalog.aclexplode(d.datacl) x
 WHERE d.datname = :'database'::pg_catalog.name;

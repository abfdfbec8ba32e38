-- Whose the schema public is in a database that has just been made, and whether this role may change it there.
WITH role AS (
:form_member
), usual AS (
SELECT CASE WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 >= 150000
            THEN (SELECT r.oid FROM pg_catalog.pg_roles r WHERE r.rolname = 'pg_database_owner')
            ELSE 10 END AS owner
)
SELECT pg_catalog.pg_get_userbyid(usual.owner) AS owner,
       pg_catalog.current_setting('server_version_num')::pg_catalog.int4 < 150000 AS everybody_creates,
       pg_catalog.pg_has_role(role.me, usual.owner, 'USAGE') AS may_change
  FROM role, usual;

-- Whether this role may make databases and rename these: it needs CREATEDB itself, and what each owner has. To make one for an owner, servers
-- from 16 on ask for SET, older ones for membership.
SELECT current_user::text AS role_name,
       m.rolsuper AS superuser,
       m.rolcreatedb AS may_create,
       d.datname::text AS database,
       pg_catalog.pg_get_userbyid(d.datdba)::text AS owner,
       pg_catalog.pg_has_role(d.datdba, 'USAGE')
       AND CASE WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 >= 160000
                THEN pg_catalog.pg_has_role(d.datdba, 'SET')
                ELSE pg_catalog.pg_has_role(d.datdba, 'MEMBER') END AS owns
  FROM pg_catalog.pg_database d
  JOIN pg_catalog.pg_roles m ON m.rolname = current_user
 WHERE d.oid = ANY (:'databases'::pg_catalog.oid[])
 ORDER BY d.datname;

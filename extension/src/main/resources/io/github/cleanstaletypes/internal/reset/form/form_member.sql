-- What it takes to act as a role, for one's own sake and for what belongs to it: a part of other statements.
SELECT CASE WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 >= 160000 THEN 'SET' ELSE 'MEMBER' END AS word,
       r.oid AS me, r.rolname AS name, r.rolsuper AS superuser
  FROM pg_catalog.pg_roles r
 WHERE r.rolname = CURRENT_USER

-- How many sessions at a time the role and the database may have, -1 for any number. A superuser passes over both, and its sessions count in
-- the database's nevertheless.
SELECT r.rolname::text AS role_name,
       r.rolconnlimit AS of_role,
       r.rolsuper AS superuser,
       d.datname::text AS database,
       d.datconnlimit AS of_database
  FROM pg_catalog.pg_roles r
  JOIN pg_catalog.pg_database d ON d.datname = pg_catalog.current_database()
 WHERE r.rolname = session_user;

-- Ends the sessions that carry the token of another guard of this database, in whatever database of the server they are, as far as
-- this role may: a role's sessions are ended by its members and by pg_signal_backend, a superuser's by superusers only.
SELECT s.pid, s.database, s.role_name, s.application_name, s.may,
       CASE WHEN s.may THEN pg_catalog.pg_terminate_backend(s.pid) END AS signalled
  FROM (SELECT a.pid,
               a.datname::text AS database,
               r.rolname::text AS role_name,
               a.application_name,
               m.rolsuper OR NOT r.rolsuper AND (pg_catalog.pg_has_role(r.oid, 'USAGE')
                   OR pg_catalog.pg_has_role('pg_signal_backend', 'USAGE')) AS may
          FROM pg_catalog.pg_stat_activity a
          JOIN pg_catalog.pg_roles r ON r.oid = a.usesysid
          JOIN pg_catalog.pg_roles m ON m.rolname = current_user
         WHERE pg_catalog.starts_with(a.application_name, :'prefix')
           AND pg_catalog.split_part(a.application_name, ' ', 1) <> :'own'
           AND a.pid <> pg_catalog.pg_backend_pid()
        OFFSET 0) s
 ORDER BY s.pid;

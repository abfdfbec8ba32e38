-- How many more sessions this role could have, this one left out: of those that the server has room for, and of those that the role may have.
-- A superuser is not limited, and may use the reserved ones; it leaves them to others all the same. Of other roles' sessions a role without
-- privileges does not see the type: what has a user and a database counts as a client's then, which is seldom one too many.
SELECT least(
           pg_catalog.current_setting('max_connections')::int
           - pg_catalog.current_setting('superuser_reserved_connections')::int
           - coalesce(pg_catalog.current_setting('reserved_connections', true), '0')::int
           - (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity a
               WHERE coalesce(a.backend_type, 'client backend') = 'client backend' AND a.usesysid IS NOT NULL AND a.datid IS NOT NULL
                 AND a.pid <> pg_catalog.pg_backend_pid()),
           (SELECT r.rolconnlimit
                   - (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity a
                       WHERE a.usesysid = r.oid AND a.pid <> pg_catalog.pg_backend_pid())
              FROM pg_catalog.pg_roles r
             WHERE r.rolname = current_user AND r.rolconnlimit >= 0 AND NOT r.rolsuper)) AS free;

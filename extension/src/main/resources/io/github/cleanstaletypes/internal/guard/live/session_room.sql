-- The fewest sessions that the role or the database may have at a time; null if only the server limits them, or if the role is a superuser,
-- whom these limits do not concern.
SELECT CASE WHEN NOT r.rolsuper
            THEN LEAST(NULLIF(r.rolconnlimit, -1), NULLIF(d.datconnlimit, -1)) END AS room
  FROM pg_catalog.pg_roles r
  JOIN pg_catalog.pg_database d ON d.datname = pg_catalog.current_database()
 WHERE r.rolname = current_user;

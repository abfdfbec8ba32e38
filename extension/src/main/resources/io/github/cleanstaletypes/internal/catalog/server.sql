-- Facts about this server, this database and this role. One row. Standalone types are counted where no other statement does that.
WITH
:standalone_types
SELECT pg_catalog.current_setting('server_version_num')::int AS version_num,
       pg_catalog.split_part(pg_catalog.current_setting('server_version'), ' ', 1) AS version,
       pg_catalog.version() AS product,
       pg_catalog.current_database()::text AS database,
       current_user::text AS role_name,
       pg_catalog.pg_is_in_recovery() AS in_recovery,
       -- a role's name is in the encoding of the database that it was made in; a database in UTF8 hands it out unchecked, and no function
       -- that knows characters can look at it: so by its bytes
       EXISTS (SELECT FROM pg_catalog.pg_roles r
                WHERE pg_catalog.encode(pg_catalog.replace(r.rolname::text, pg_catalog.chr(92), '/')::pg_catalog.bytea, 'hex') ~ '^(..)*[89a-f]'
              ) AS foreign_names,
       CASE WHEN :'counted'::bool THEN (SELECT pg_catalog.count(*) FROM standalone s) ELSE 0 END AS standalone_types;

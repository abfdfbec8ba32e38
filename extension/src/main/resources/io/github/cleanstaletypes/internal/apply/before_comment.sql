-- The comment of a type that is about to get another one, and which transactions have ended.
SELECT pg_catalog.obj_description(:'oid'::oid, 'pg_type') AS comment, pg_catalog.pg_current_snapshot()::text AS seen;

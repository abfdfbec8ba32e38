-- Whoever comes now waits when it looks a type up by its name.
LOCK TABLE pg_catalog.pg_type IN ACCESS EXCLUSIVE MODE;

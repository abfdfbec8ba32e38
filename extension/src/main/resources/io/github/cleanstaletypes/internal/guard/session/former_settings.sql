-- The settings that the lock's session changes, before it changes them; nothing in here is looked up along the search path. One that the
-- server does not know is null.
SELECT s.name, pg_catalog.current_setting(s.name, true) AS value
  FROM pg_catalog.unnest(:'names'::pg_catalog.text[]) AS s(name);

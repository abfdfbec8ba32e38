-- Function bodies that may mention one of the names: text leaves no trace in pg_depend. With more than 100 names, every body.
-- lower(... COLLATE "C") folds ASCII only, as the server folds identifiers; a Turkish collation would not find ITEM for item.
-- Quotes and backslashes are left out on both sides: in a body they may be doubled, or escaped.
SELECT f.oid,
       -- here and not in FROM, where it would be called for the thousands of functions of the server itself
       coalesce((SELECT i.type || ' ' || i.identity
                   FROM pg_catalog.pg_identify_object(
                       CASE WHEN :'described'::bool THEN 'pg_catalog.pg_proc'::pg_catalog.regclass END, f.oid, 0) i),
                'function with oid ' || f.oid || ', which cannot be described') AS description,
       f.prosrc AS body
  FROM pg_catalog.pg_proc f
  JOIN pg_catalog.pg_namespace n ON n.oid = f.pronamespace
  JOIN pg_catalog.pg_language l ON l.oid = f.prolang
  -- what initdb made has an oid below 16384: told apart without reading its body
 WHERE f.oid >= 16384
   AND n.nspname NOT IN ('pg_catalog', 'information_schema')
   AND l.lanname NOT IN ('internal', 'c')
   AND f.prosrc <> ''
   AND (pg_catalog.cardinality(:'names'::text[]) > 100
        OR EXISTS (SELECT FROM pg_catalog.unnest(:'names'::text[]) AS u(name)
                    WHERE pg_catalog.strpos(pg_catalog.translate(pg_catalog.lower(f.prosrc COLLATE "C"), '"''' || pg_catalog.chr(92), ''),
                                            pg_catalog.translate(pg_catalog.lower(u.name COLLATE "C"), '"''' || pg_catalog.chr(92), '')) > 0))
 ORDER BY f.oid;

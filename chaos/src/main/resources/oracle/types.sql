-- what a type brings along, its array, its multirange and the array of that, comes and goes with it
SELECT pg_catalog.format('%I.%I', n.nspname, COALESCE(r.typname, e.typname, t.typname)),
       pg_catalog.format('type %I.%I', n.nspname, t.typname),
       pg_catalog.concat_ws(' ', t.typtype, pg_catalog.pg_get_userbyid(t.typowner), t.typacl,
                            CASE WHEN t.typbasetype <> 0 THEN pg_catalog.format_type(t.typbasetype, t.typtypmod) END,
                            t.typnotnull, t.typdefault,
                            (SELECT pg_catalog.string_agg(l.enumlabel, ',' ORDER BY l.enumsortorder)
                               FROM pg_catalog.pg_enum l WHERE l.enumtypid = t.oid),
                            pg_catalog.obj_description(t.oid, 'pg_type'))
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
  LEFT JOIN pg_catalog.pg_range m ON m.rngmultitypid = COALESCE(e.oid, t.oid)
  LEFT JOIN pg_catalog.pg_type r ON r.oid = m.rngtypid
 WHERE n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'

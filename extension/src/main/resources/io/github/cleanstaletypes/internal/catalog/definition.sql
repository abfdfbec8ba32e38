pg_catalog.hashtextextended(pg_catalog.concat_ws('/',
           (SELECT pg_catalog.string_agg(e.oid || ' ' || e.xmin, ',' ORDER BY e.oid)
              FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid),
           (SELECT pg_catalog.string_agg(b.attnum || ' ' || b.xmin, ',' ORDER BY b.attnum)
              FROM pg_catalog.pg_attribute b WHERE b.attrelid = t.typrelid AND t.typrelid <> 0),
           (SELECT pg_catalog.string_agg(k.oid || ' ' || k.xmin, ',' ORDER BY k.oid)
              FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND t.typtype = 'd'),
           t.typnotnull, coalesce(t.typdefault, '-'), t.typowner, coalesce(t.typacl::pg_catalog.text, '-')), 0) AS definition

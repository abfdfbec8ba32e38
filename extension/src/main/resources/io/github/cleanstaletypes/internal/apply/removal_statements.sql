-- The statements that take each of some types out of the way, and remove it: the server itself quotes each identifier and literal.
SELECT pg_catalog.format('ALTER %s %I.%I RENAME TO %I', w.word, w.schema, w.name, w.new_name) AS rename,
       pg_catalog.format('COMMENT ON %s %I.%I IS %L', w.word, w.schema, w.new_name, w.comment) AS comment,
       pg_catalog.format('DROP %s %I.%I RESTRICT', w.word, w.schema, w.new_name) AS drop
  FROM ROWS FROM (pg_catalog.unnest(:'words'::text[]), pg_catalog.unnest(:'schemas'::text[]), pg_catalog.unnest(:'names'::text[]),
                  pg_catalog.unnest(:'new_names'::text[]), pg_catalog.unnest(:'comments'::text[]))
       WITH ORDINALITY AS w(word, schema, name, new_name, comment, rank)
 ORDER BY w.rank;

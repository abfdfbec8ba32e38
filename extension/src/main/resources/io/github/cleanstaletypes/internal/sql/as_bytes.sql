SELECT pg_catalog.encode(pg_catalog.replace(pg_catalog.row_to_json(clean_stale_types_row)::pg_catalog.text,
           pg_catalog.chr(92), pg_catalog.repeat(pg_catalog.chr(92), 2))::pg_catalog.bytea, 'hex') AS bytes
  FROM (
%s
) clean_stale_types_row;

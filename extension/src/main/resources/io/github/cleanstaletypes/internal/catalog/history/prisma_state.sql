SELECT %1$d AS source, 'UNFINISHED' AS state,
       h.migration_name::text AS entry,
       coalesce(
         nullif(pg_catalog.split_part(pg_catalog.ltrim(
             pg_catalog.split_part(h.logs::text, 'Database error:', 2), pg_catalog.chr(10) || ' '), pg_catalog.chr(10), 1), ''),
         nullif(pg_catalog.split_part(pg_catalog.ltrim(h.logs::text, pg_catalog.chr(10) || ' '), pg_catalog.chr(10), 1), '')) AS detail,
       NULL::text AS who,
       h.started_at::text AS since,
       CASE WHEN pg_catalog.pg_typeof(h.started_at)::text LIKE 'timestamp %%'
            THEN pg_catalog.date_part('epoch', h.started_at::text::pg_catalog.timestamptz) END AS since_epoch,
       CASE WHEN pg_catalog.current_setting('track_commit_timestamp') = 'on'
            THEN pg_catalog.date_part('epoch', pg_catalog.pg_xact_commit_timestamp(h.xmin)) END AS written,
       h.xmin::text AS xmin,
       NULL::text AS set_back
  FROM ONLY %2$s h
 WHERE h.finished_at IS NULL AND h.rolled_back_at IS NULL
 ORDER BY h.started_at DESC
 LIMIT 20;

SELECT %1$d AS source, 'LOCKED' AS state,
       NULL::text AS entry,
       NULL::text AS detail,
       'process ' || h.pid::text AS who,
       h.ctime::text AS since,
       CASE WHEN pg_catalog.pg_typeof(h.ctime)::text LIKE 'timestamp %%'
            THEN pg_catalog.date_part('epoch', h.ctime::text::pg_catalog.timestamptz) END AS since_epoch,
       CASE WHEN pg_catalog.current_setting('track_commit_timestamp') = 'on'
            THEN pg_catalog.date_part('epoch', pg_catalog.pg_xact_commit_timestamp(h.xmin)) END AS written,
       h.xmin::text AS xmin,
       NULL::text AS set_back
  FROM ONLY %2$s h
 WHERE true
 LIMIT 20;

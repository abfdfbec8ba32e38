SELECT %1$d AS source, 'LOCKED' AS state,
       h.id::text AS entry,
       NULL::text AS detail,
       NULL::text AS who,
       NULL::text AS since,
       NULL::pg_catalog.float8 AS since_epoch,
       CASE WHEN pg_catalog.current_setting('track_commit_timestamp') = 'on'
            THEN pg_catalog.date_part('epoch', pg_catalog.pg_xact_commit_timestamp(h.xmin)) END AS written,
       h.xmin::text AS xmin,
       NULL::text AS set_back
  FROM ONLY %2$s h
 WHERE h.is_locked::text IN ('1', 'true')
 LIMIT 20;

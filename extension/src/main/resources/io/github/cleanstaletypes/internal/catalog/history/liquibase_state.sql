SELECT %1$d AS source, 'LOCKED' AS state,
       h.id::text AS entry,
       NULL::text AS detail,
       h.lockedby::text AS who,
       h.lockgranted::text AS since,
       CASE WHEN pg_catalog.pg_typeof(h.lockgranted)::text LIKE 'timestamp %%'
            THEN pg_catalog.date_part('epoch', h.lockgranted::text::pg_catalog.timestamptz) END AS since_epoch,
       CASE WHEN pg_catalog.current_setting('track_commit_timestamp') = 'on'
            THEN pg_catalog.date_part('epoch', pg_catalog.pg_xact_commit_timestamp(h.xmin)) END AS written,
       h.xmin::text AS xmin,
       pg_catalog.format('locked = %%L, lockgranted = %%L, lockedby = %%L WHERE id = %%L',
         h.locked::text, h.lockgranted::text, h.lockedby::text, h.id::text) AS set_back
  FROM ONLY %2$s h
 WHERE h.locked::text IN ('true', '1')
 LIMIT 20;

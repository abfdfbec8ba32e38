SELECT %1$d AS source, 'UNFINISHED' AS state,
       h.version::text AS entry,
       h.description::text AS detail,
       NULL::text AS who,
       h.installed_on::text AS since,
       CASE WHEN pg_catalog.pg_typeof(h.installed_on)::text LIKE 'timestamp %%'
            THEN pg_catalog.date_part('epoch', h.installed_on::text::pg_catalog.timestamptz) END AS since_epoch,
       CASE WHEN pg_catalog.current_setting('track_commit_timestamp') = 'on'
            THEN pg_catalog.date_part('epoch', pg_catalog.pg_xact_commit_timestamp(h.xmin)) END AS written,
       h.xmin::text AS xmin,
       NULL::text AS set_back
  FROM ONLY %2$s h
 WHERE h.success::text = 'false'
 LIMIT 20;

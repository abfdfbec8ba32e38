SELECT %1$d AS source, 'FAILED' AS state,
       coalesce(h.version::text, h.description::text) AS entry,
       h.script::text AS detail,
       h.installed_by::text AS who,
       h.installed_on::text AS since,
       CASE WHEN pg_catalog.pg_typeof(h.installed_on)::text LIKE 'timestamp %%'
            THEN pg_catalog.date_part('epoch', h.installed_on::text::pg_catalog.timestamptz) END AS since_epoch,
       CASE WHEN pg_catalog.current_setting('track_commit_timestamp') = 'on'
            THEN pg_catalog.date_part('epoch', pg_catalog.pg_xact_commit_timestamp(h.xmin)) END AS written,
       h.xmin::text AS xmin,
       NULL::text AS set_back
  FROM ONLY %2$s h
 WHERE h.success::text = 'false'
   AND NOT EXISTS (SELECT FROM ONLY %2$s l
                    WHERE l.success::text = 'true' AND l.installed_rank > h.installed_rank
                      AND l.version::text IS NOT DISTINCT FROM h.version::text
                      AND (h.version IS NOT NULL OR l.description::text = h.description::text))
 ORDER BY h.installed_rank DESC
 LIMIT 20;

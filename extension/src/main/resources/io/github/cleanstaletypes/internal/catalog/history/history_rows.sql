SELECT %d AS history, h.installed_rank, h.version::text AS version, h.description::text AS description, h.type::text AS type,
       h.script::text AS script, h.checksum, h.success
  FROM ONLY %s h;

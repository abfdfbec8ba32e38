SELECT %d AS lock, h.is_locked::text AS locked, NULL::text AS holder, NULL::text AS since FROM ONLY %s h LIMIT 10;

SELECT %d AS lock, h.locked::text AS locked, h.lockedby::text AS holder, h.lockgranted::text AS since FROM ONLY %s h LIMIT 10;

-- Frees the lock of Knex if the row is still the one that was read: the server looks at it again once it has the row's lock.
UPDATE ONLY %s h SET is_locked = 0
 WHERE h.xmin::text = :'xmin' AND pg_catalog.format('is_locked = %%L WHERE index = %%L', h.is_locked::text, h.index::text) = :'set_back'
RETURNING h.xmin;

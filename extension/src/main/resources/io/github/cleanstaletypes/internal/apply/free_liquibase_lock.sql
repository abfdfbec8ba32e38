-- Frees the lock of Liquibase if the row is still the one that was read: the server looks at it again once it has the row's lock.
UPDATE ONLY %s h SET locked = false, lockgranted = NULL, lockedby = NULL
 WHERE h.xmin::text = :'xmin'
   AND pg_catalog.format('locked = %%L, lockgranted = %%L, lockedby = %%L WHERE id = %%L',
         h.locked::text, h.lockgranted::text, h.lockedby::text, h.id::text) = :'set_back'
RETURNING h.xmin;

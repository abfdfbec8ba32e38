-- Describing an object can fail where the catalog is damaged; what was read before shall not be lost.
SAVEPOINT described;

-- One unchanging picture of the catalog; cannot write, and cannot take a lock that stops a migration.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;

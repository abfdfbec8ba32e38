-- Throws away what this transaction has read of other sessions (manual section 27.2.2).
SELECT pg_catalog.pg_stat_clear_snapshot();

-- Dates that each session prints and reads alike, for this transaction.
SELECT pg_catalog.set_config('DateStyle', 'ISO, YMD', true), pg_catalog.set_config('TimeZone', 'UTC', true);

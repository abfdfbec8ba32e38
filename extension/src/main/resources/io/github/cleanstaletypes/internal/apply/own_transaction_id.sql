-- Uses a transaction id up, as the CREATE that follows would.
SELECT pg_catalog.pg_current_xact_id()::text;

-- Ends a transaction with the statements before it, in their round trip.
COMMIT;

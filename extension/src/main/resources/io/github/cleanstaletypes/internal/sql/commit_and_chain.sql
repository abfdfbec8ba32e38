-- Ends a transaction, and begins another with the statements that follow, in their round trip.
COMMIT AND CHAIN;

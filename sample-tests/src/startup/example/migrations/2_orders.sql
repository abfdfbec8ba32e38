-- long enough to be interrupted
BEGIN;
CREATE TYPE order_state AS ENUM ('open', 'paid');
CREATE TABLE orders AS SELECT id, 'open'::order_state AS state FROM customers, pg_sleep(3);
COMMIT;

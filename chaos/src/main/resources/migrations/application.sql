-- What else an application has and must never lose, beside the customers.
CREATE DOMAIN price AS numeric(12, 2) CONSTRAINT not_negative CHECK (VALUE >= 0);

CREATE TABLE orders (
    id        integer PRIMARY KEY,
    customer  bigint NOT NULL REFERENCES customers,
    total     price NOT NULL,
    level     loyalty DEFAULT 'bronze',
    CONSTRAINT small CHECK (total < 1000000)
);

CREATE INDEX orders_of_customer ON orders (customer);

CREATE VIEW gold_orders AS SELECT o.id, o.total, c.name FROM orders o JOIN customers c ON c.id = o.customer WHERE o.level = 'gold';

CREATE FUNCTION discount(whose loyalty) RETURNS price LANGUAGE sql IMMUTABLE AS
    $$ SELECT CASE whose WHEN 'gold' THEN 10 ELSE 0 END::price $$;

CREATE TABLE schema_history (name text PRIMARY KEY);

INSERT INTO schema_history VALUES ('release1');

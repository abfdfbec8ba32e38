CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'it''s ok');
COMMENT ON TYPE app.mood IS 'a
feeling';
CREATE TYPE "Odd ""Name" AS (a int, b text);
CREATE DOMAIN mail AS text CHECK (VALUE LIKE '%@%');

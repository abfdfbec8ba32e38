-- 2026-11-30T17:57:37Z, before removing oid 16544:
CREATE TYPE app.mood AS ENUM ('sad', 'it''s ok');
ALTER TYPE app.mood OWNER TO postgres;
COMMENT ON TYPE app.mood IS 'a
feeling';
-- dropped

-- 2026-11-30T17:57:37Z, before removing oid 16551:
CREATE TYPE public."Odd ""Name" AS (a integer, b text);
ALTER TYPE public."Odd ""Name" OWNER TO postgres;
-- dropped

-- 2026-11-30T17:57:37Z, before removing oid 16553:
CREATE DOMAIN public.mail AS text CONSTRAINT mail_check CHECK ((VALUE ~~ '%@%'::text));
ALTER DOMAIN public.mail OWNER TO postgres;
-- dropped


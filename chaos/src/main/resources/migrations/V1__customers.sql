-- What must never be lost: rows of many types, some of them null.
CREATE TYPE loyalty AS ENUM ('bronze', 'silver', 'gold');

CREATE TABLE customers (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name         text           NOT NULL,
    level        loyalty        NOT NULL,
    balance      numeric(12, 2) NOT NULL,
    score        double precision,
    active       boolean        NOT NULL,
    born         date,
    seen         timestamptz    NOT NULL,
    token        uuid           NOT NULL,
    tags         text[]         NOT NULL,
    settings     jsonb          NOT NULL,
    fingerprint  bytea          NOT NULL,
    subscribed   daterange
);

INSERT INTO customers (name, level, balance, score, active, born, seen, token, tags, settings, fingerprint, subscribed)
SELECT 'Zoë "' || n || '", née \ O''Neill',
       (enum_range(NULL::loyalty))[1 + n % 3],
       n * 12.34 - 1000,
       CASE WHEN n % 7 > 0 THEN sqrt(n) END,
       n % 2 = 0,
       CASE WHEN n % 5 > 0 THEN date '1950-01-01' + n * 37 END,
       timestamptz '2024-02-29 23:59:59.123456+00' + n * interval '1 hour',
       md5('token ' || n)::uuid,
       ARRAY['a' || n, NULL, 'with, comma'],
       jsonb_build_object('n', n, 'list', jsonb_build_array(n, NULL, 'ü')),
       decode(md5('print ' || n), 'hex'),
       CASE WHEN n % 3 > 0 THEN daterange(date '2020-01-01' + n, date '2020-01-01' + 2 * n + 1) END
  FROM generate_series(1, 500) AS n;

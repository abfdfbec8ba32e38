-- No limit that the role or the database has been given breaks off a step of a reset; not every server knows each of them. After
-- reset_session.sql: here the server's own operators are meant.
SELECT pg_catalog.set_config(s.name, CASE s.name WHEN 'statement_timeout' THEN '10min' WHEN 'lock_timeout' THEN '30s' ELSE '0' END, false)
  FROM pg_catalog.pg_settings s
 WHERE s.name IN ('statement_timeout', 'lock_timeout', 'transaction_timeout', 'idle_session_timeout', 'idle_in_transaction_session_timeout');

-- No limit of the user's may end the session that holds the lock; not every server knows each of them. After lock_session.sql: here the
-- server's own operators are meant.
SELECT pg_catalog.set_config(s.name, '0', false)
  FROM pg_catalog.pg_settings s
 WHERE s.name IN ('statement_timeout', 'lock_timeout', 'transaction_timeout', 'idle_session_timeout', 'idle_in_transaction_session_timeout');

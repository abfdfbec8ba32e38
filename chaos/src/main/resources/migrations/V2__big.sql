CREATE TABLE IF NOT EXISTS big AS
SELECT n AS id, md5(n::text) AS payload
  FROM generate_series(1, 600) AS n
 WHERE pg_sleep(CASE WHEN pg_try_advisory_xact_lock_shared(4711) THEN 0 ELSE 0.1 END) IS NOT NULL;
-- Takes a tenth of a second per row while another session holds the advisory lock 4711, and no time once that session
-- lets go: it lasts as long as a scenario needs it, and a minute at most.

-- Gives the session that holds the lock the search path of its role and database again, while guard looks into the database with it.
SELECT pg_catalog.set_config('search_path', s.reset_val, false)
  FROM pg_catalog.pg_settings s
 WHERE s.name = 'search_path';

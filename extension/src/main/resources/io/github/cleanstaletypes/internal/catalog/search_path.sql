-- The schemas that a bare name means to this role in this database, in order. Read before the reader sets its own search_path.
SELECT pg_catalog.current_schemas(false) AS search_path;

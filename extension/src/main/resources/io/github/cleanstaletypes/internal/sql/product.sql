-- What the server calls itself, after it has refused something: all that is asked of it then, since it may know nothing else of PostgreSQL's.
SELECT pg_catalog.version() AS product;

-- A statement with these names and texts in it, which the server quotes.
SELECT pg_catalog.format(:'template'::text, VARIADIC :'names'::text[]);

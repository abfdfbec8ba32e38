-- The server itself quotes each identifier and literal.
SELECT pg_catalog.format(:'template', VARIADIC :'names'::pg_catalog.text[]);

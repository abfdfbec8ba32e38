-- Tells everybody what this session is for.
SELECT pg_catalog.set_config('application_name', :'name', false);

-- Sets a list for the transaction, so that a database's setting can be taken from it.
SELECT pg_catalog.set_config(:'name', :'value', true);

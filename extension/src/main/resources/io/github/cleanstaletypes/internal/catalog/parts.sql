-- What belongs to each of the given types, and so does not count as a user of it.
WITH RECURSIVE
:type_parts
SELECT p.type, p.classid, p.objid, p.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AS is_type FROM part p;

-- What sessions in a database begin with, in the order of the catalog: name, equals sign, value. Not taken apart here, since a function
-- of text fails where a byte is none of a character.
SELECT CASE WHEN s.setrole <> 0 THEN pg_catalog.pg_get_userbyid(s.setrole) END AS role,
       c.line
  FROM pg_catalog.pg_database d
  JOIN pg_catalog.pg_db_role_setting s ON s.setdatabase = d.oid
 CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) WITH ORDINALITY AS c(line, place)
 WHERE d.datname = :'database'::pg_catalog.name
 ORDER BY s.setrole, c.place;

-- What a database is, apart from what is in it, and whether this role could make another one like it. Columns that only some versions
-- have are looked for by name.
SELECT pg_catalog.pg_get_userbyid(d.datdba) AS owner,
       pg_catalog.pg_encoding_to_char(d.encoding) AS encoding,
       COALESCE(j.row ->> 'datlocprovider', 'c') AS provider,
       d.datcollate::text AS collate,
       d.datctype::text AS ctype,
       COALESCE(j.row ->> 'datlocale', j.row ->> 'daticulocale') AS locale,
       j.row ->> 'daticurules' AS rules,
       j.row ->> 'datcollversion' AS collation_version,
       CASE WHEN d.dattablespace <> t0.dattablespace THEN t.spcname END AS tablespace,
       d.datconnlimit AS connection_limit,
       d.datistemplate AS template,
       pg_catalog.shobj_description(d.oid, 'pg_database') AS comment,
       d.datacl IS NULL AS untouched,
       r.rolname AS role,
       r.rolsuper AS superuser,
       pg_catalog.pg_has_role(r.oid, d.datdba, v.member) AS may_own,
       d.dattablespace = t0.dattablespace OR pg_catalog.has_tablespace_privilege(r.oid, t.oid, 'CREATE') AS may_use_tablespace
  FROM pg_catalog.pg_database d
  JOIN pg_catalog.pg_database t0 ON t0.datname = 'template0'
  JOIN pg_catalog.pg_tablespace t ON t.oid = d.dattablespace
  JOIN pg_catalog.pg_roles r ON r.rolname = CURRENT_USER
  CROSS JOIN LATERAL (SELECT pg_catalog.to_jsonb(d) AS row) j
  CROSS JOIN (SELECT CASE WHEN pg_catalog.current_setting('server_version_num')::integer >= 160000 THEN 'SET' ELSE 'MEMBER' END AS member) v
 WHERE d.datname = :'database';

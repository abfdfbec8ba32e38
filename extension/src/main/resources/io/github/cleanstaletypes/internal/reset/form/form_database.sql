-- What a database is, apart from what is in it, and whether this role could make another one like it. Columns that only some versions
-- have are looked for by name.
WITH role AS (
:form_member
)
SELECT pg_catalog.pg_get_userbyid(d.datdba) AS owner,
       pg_catalog.pg_encoding_to_char(d.encoding) AS encoding,
       COALESCE(j.row ->> 'datlocprovider', 'c') AS provider,
       d.datcollate::pg_catalog.text AS collate,
       d.datctype::pg_catalog.text AS ctype,
       COALESCE(j.row ->> 'datlocale', j.row ->> 'daticulocale') AS locale,
       j.row ->> 'daticurules' AS rules,
       j.row ->> 'datcollversion' AS collation_version,
       CASE WHEN d.dattablespace <> t0.dattablespace THEN t.spcname END AS tablespace,
       d.datconnlimit AS connection_limit,
       d.datistemplate AS template,
       pg_catalog.shobj_description(d.oid, 'pg_database') AS comment,
       d.datacl IS NULL AS untouched,
       role.name AS role,
       role.superuser,
       pg_catalog.pg_has_role(role.me, d.datdba, role.word) AND pg_catalog.pg_has_role(role.me, d.datdba, 'USAGE') AS may_own,
       d.dattablespace = t0.dattablespace OR pg_catalog.has_tablespace_privilege(role.me, t.oid, 'CREATE') AS may_use_tablespace
  FROM role
 CROSS JOIN pg_catalog.pg_database d
  JOIN pg_catalog.pg_database t0 ON t0.datname = 'template0'
  JOIN pg_catalog.pg_tablespace t ON t.oid = d.dattablespace
 CROSS JOIN LATERAL (SELECT pg_catalog.to_jsonb(d) AS row) j
 WHERE d.datname = :'database'::pg_catalog.name;

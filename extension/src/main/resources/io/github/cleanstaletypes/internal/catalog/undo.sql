-- The statements that recreate each type, under the given name (a quarantined type's original one) and with the given comment (none if
-- it is empty), in their order; and what is known of it that no statement of its owner could bring back.
-- Run with search_path = pg_catalog, so that format_type and pg_get_expr qualify every other name, and with the settings of a replay.
-- A grant of somebody else than the owner comes last, since it needs that role until the transaction ends.
WITH RECURSIVE wanted AS (
    SELECT t.*, pg_catalog.format('%I.%I', n.nspname, w.name) AS full_name, nullif(w.comment, '') AS comment, nullif(w.multirange, '') AS multirange,
           CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END AS word
      FROM ROWS FROM (pg_catalog.unnest(:'oids'::oid[]), pg_catalog.unnest(:'original_names'::text[]),
                     pg_catalog.unnest(:'original_comments'::text[]), pg_catalog.unnest(:'original_multiranges'::text[]))
           AS w(type, name, comment, multirange)
      JOIN pg_catalog.pg_type t ON t.oid = w.type
      JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
), multirange AS (
    SELECT w.oid AS type, m.oid, m.typowner, m.typacl, m.typarray, pg_catalog.format('%I.%I', n.nspname, coalesce(w.multirange, m.typname)) AS full_name
      FROM wanted w
      JOIN pg_catalog.pg_range r ON r.rngtypid = w.oid
      JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid
      JOIN pg_catalog.pg_namespace n ON n.oid = m.typnamespace
), target(type, number, full_name, word, owner, acl) AS (
    SELECT w.oid, 0, w.full_name, w.word, w.typowner, w.typacl FROM wanted w
    UNION ALL
    -- from 17 on a multirange has the owner and the privileges of its range
    SELECT m.type, 1, m.full_name, 'TYPE', m.typowner, m.typacl FROM multirange m
     WHERE pg_catalog.current_setting('server_version_num')::int < 170000
), granted(type, number, full_name, owner, grantor, grantee, grantable, rank) AS (
    SELECT t.type, t.number, t.full_name, t.owner, g.grantor, g.grantee, g.is_grantable, g.rank
      FROM target t
      CROSS JOIN LATERAL pg_catalog.aclexplode(t.acl) WITH ORDINALITY AS g(grantor, grantee, privilege_type, is_grantable, rank)
), able(type, number, role, distance) AS (
    SELECT t.type, t.number, t.owner, 0 FROM target t WHERE t.acl IS NOT NULL
    UNION
    SELECT g.type, g.number, g.grantee, a.distance + 1
      FROM able a
      JOIN granted g ON g.type = a.type AND g.number = a.number AND g.grantor = a.role AND g.grantable
     WHERE g.grantee NOT IN (0, g.owner) AND a.distance < 20
), part(type, classid, objid) AS (
    SELECT w.oid, 'pg_catalog.pg_type'::pg_catalog.regclass::oid, w.oid FROM wanted w
    UNION
    SELECT p.type, i.classid, i.objid
      FROM part p
      CROSS JOIN LATERAL (
          SELECT d.classid, d.objid FROM pg_catalog.pg_depend d
           WHERE d.refclassid = p.classid AND d.refobjid = p.objid AND d.deptype = 'i'
          UNION ALL
          SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::oid, t.typrelid FROM pg_catalog.pg_type t
           WHERE p.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = p.objid AND t.typrelid <> 0
          UNION ALL
          SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass::oid, k.oid FROM pg_catalog.pg_constraint k
           WHERE p.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND k.contypid = p.objid
      ) i
), line(type, place, rank, text) AS (
    SELECT w.oid, 1, 0::bigint, CASE w.typtype
        WHEN 'e' THEN pg_catalog.format('CREATE TYPE %s AS ENUM (%s)', w.full_name, (
            SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
              FROM pg_catalog.pg_enum e WHERE e.enumtypid = w.oid))
        WHEN 'c' THEN pg_catalog.format('CREATE TYPE %s AS (%s)', w.full_name, (
            SELECT pg_catalog.string_agg(pg_catalog.format('%I %s%s%s', a.attname,
                       pg_catalog.format_type(a.atttypid, a.atttypmod),
                       pg_catalog.repeat('[]', a.attndims - 1),
                       CASE WHEN a.attcollation <> b.typcollation
                            THEN pg_catalog.format(' COLLATE %I.%I', cn.nspname, c.collname) ELSE '' END), ', ' ORDER BY a.attnum)
              FROM pg_catalog.pg_attribute a
              JOIN pg_catalog.pg_type b ON b.oid = a.atttypid
              LEFT JOIN pg_catalog.pg_collation c ON c.oid = a.attcollation
              LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.collnamespace
             WHERE a.attrelid = w.typrelid AND a.attnum > 0 AND NOT a.attisdropped))
        WHEN 'd' THEN pg_catalog.format('CREATE DOMAIN %s AS %s%s', w.full_name, pg_catalog.format_type(w.typbasetype, w.typtypmod),
                pg_catalog.repeat('[]', w.typndims - 1))
            || coalesce((
                SELECT pg_catalog.format(' COLLATE %I.%I', cn.nspname, c.collname)
                  FROM pg_catalog.pg_collation c
                  JOIN pg_catalog.pg_namespace cn ON cn.oid = c.collnamespace
                  JOIN pg_catalog.pg_type b ON b.oid = w.typbasetype
                 WHERE c.oid = w.typcollation AND w.typcollation <> b.typcollation), '')
            || coalesce(' DEFAULT ' || pg_catalog.pg_get_expr(w.typdefaultbin, 0), '')
            || CASE WHEN w.typnotnull AND NOT EXISTS (
                        SELECT FROM pg_catalog.pg_constraint k WHERE k.contypid = w.oid AND k.contype = 'n')
                    THEN ' NOT NULL' ELSE '' END
            || coalesce((
                SELECT pg_catalog.string_agg(pg_catalog.format(' CONSTRAINT %I %s', k.conname,
                           CASE k.contype WHEN 'n' THEN 'NOT NULL' ELSE pg_catalog.pg_get_constraintdef(k.oid) END), '' ORDER BY k.oid)
                  FROM pg_catalog.pg_constraint k WHERE k.contypid = w.oid AND k.convalidated), '')
        WHEN 'r' THEN (
            SELECT pg_catalog.format('CREATE TYPE %s AS RANGE (subtype = %s, subtype_opclass = %I.%I',
                       w.full_name, pg_catalog.format_type(r.rngsubtype, NULL), oc_n.nspname, oc.opcname)
                   || CASE WHEN r.rngcollation <> 0
                           THEN pg_catalog.format(', collation = %I.%I', cn.nspname, c.collname) ELSE '' END
                   || CASE WHEN r.rngsubdiff <> 0
                           THEN pg_catalog.format(', subtype_diff = %I.%I', fn.nspname, f.proname) ELSE '' END
                   || pg_catalog.format(', multirange_type_name = %I.%I)', mn.nspname, coalesce(w.multirange, m.typname))
              FROM pg_catalog.pg_range r
              JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid
              JOIN pg_catalog.pg_namespace mn ON mn.oid = m.typnamespace
              JOIN pg_catalog.pg_opclass oc ON oc.oid = r.rngsubopc
              JOIN pg_catalog.pg_namespace oc_n ON oc_n.oid = oc.opcnamespace
              LEFT JOIN pg_catalog.pg_collation c ON c.oid = r.rngcollation
              LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.collnamespace
              LEFT JOIN pg_catalog.pg_proc f ON f.oid = r.rngsubdiff
              LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
             WHERE r.rngtypid = w.oid)
        END
      FROM wanted w
    UNION ALL
    -- or it would take over the default of its base type, which was dropped
    SELECT w.oid, 2, 0, pg_catalog.format('ALTER DOMAIN %s DROP DEFAULT', w.full_name)
      FROM wanted w JOIN pg_catalog.pg_type b ON b.oid = w.typbasetype
     WHERE w.typtype = 'd' AND w.typdefault IS NULL AND b.typdefault IS NOT NULL
    UNION ALL
    SELECT w.oid, 2, k.oid::bigint,
           pg_catalog.format('ALTER DOMAIN %s ADD CONSTRAINT %I %s', w.full_name, k.conname, pg_catalog.pg_get_constraintdef(k.oid))
      FROM wanted w
      -- here and below OFFSET 0: one look into an index for each type, whatever number of rows the planner expects
      CROSS JOIN LATERAL (SELECT c.* FROM pg_catalog.pg_constraint c WHERE c.contypid = w.oid AND NOT c.convalidated OFFSET 0) k
     WHERE w.typtype = 'd'
    UNION ALL
    SELECT w.oid, 3, 0, pg_catalog.format('COMMENT ON %s %s IS %L', w.word, w.full_name, w.comment)
      FROM wanted w WHERE w.comment IS NOT NULL
    UNION ALL
    SELECT w.oid, 4, k.oid::bigint, pg_catalog.format('COMMENT ON CONSTRAINT %I ON DOMAIN %s IS %L', k.conname, w.full_name, d.description)
      FROM wanted w
      CROSS JOIN LATERAL (SELECT c.* FROM pg_catalog.pg_constraint c WHERE c.contypid = w.oid OFFSET 0) k
      CROSS JOIN LATERAL (SELECT q.* FROM pg_catalog.pg_description q
                           WHERE q.objoid = k.oid AND q.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass OFFSET 0) d
     WHERE w.typtype = 'd'
    UNION ALL
    SELECT w.oid, 5, a.attnum, pg_catalog.format('COMMENT ON COLUMN %s.%I IS %L', w.full_name, a.attname, d.description)
      FROM wanted w
      CROSS JOIN LATERAL (SELECT q.* FROM pg_catalog.pg_description q
                           WHERE q.objoid = w.typrelid AND q.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass OFFSET 0) d
      JOIN pg_catalog.pg_attribute a ON a.attrelid = w.typrelid AND NOT a.attisdropped AND a.attnum = d.objsubid
     WHERE w.typrelid <> 0
    UNION ALL
    SELECT o.type, 6, o.rank, pg_catalog.format('COMMENT ON TYPE %s IS %L', o.name, d.description)
      FROM (SELECT w.oid, 0, w.typarray, w.full_name || '[]' FROM wanted w
            UNION ALL
            SELECT m.type, 1, m.oid, m.full_name FROM multirange m
            UNION ALL
            SELECT m.type, 2, m.typarray, m.full_name || '[]' FROM multirange m) AS o(type, rank, oid, name)
      CROSS JOIN LATERAL (SELECT q.* FROM pg_catalog.pg_description q
                           WHERE q.objoid = o.oid AND q.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass OFFSET 0) d
    UNION ALL
    SELECT t.type, 7, 0, pg_catalog.format('ALTER %s %s OWNER TO %I', t.word, t.full_name, pg_catalog.pg_get_userbyid(t.owner))
      FROM target t
    UNION ALL
    -- what default privileges gave to the new type is known only then
    SELECT t.type, 8, 0, pg_catalog.format('DO LANGUAGE plpgsql %L', pg_catalog.format(
               'DECLARE who text; BEGIN %sFOR who IN SELECT DISTINCT CASE a.grantee WHEN 0 THEN ''PUBLIC'''
               || ' ELSE quote_ident(pg_get_userbyid(a.grantee)) END FROM pg_type t,'
               || ' aclexplode(coalesce(t.typacl, acldefault(''T'', t.typowner))) a WHERE t.oid = %L::regtype'
               || ' LOOP EXECUTE %L || who; END LOOP;%s END',
               CASE WHEN t.acl IS NULL
                    THEN pg_catalog.format('IF (SELECT t.typacl IS NULL FROM pg_type t WHERE t.oid = %L::regtype) THEN RETURN; END IF; ',
                             t.full_name)
                    ELSE '' END,
               t.full_name,
               pg_catalog.format('REVOKE ALL ON TYPE %s FROM ', t.full_name),
               CASE WHEN t.acl IS NULL
                    THEN pg_catalog.format(' GRANT USAGE ON TYPE %s TO PUBLIC, %I;', t.full_name, pg_catalog.pg_get_userbyid(t.owner))
                    ELSE '' END))
      FROM target t
     WHERE EXISTS (SELECT FROM pg_catalog.pg_language l WHERE l.lanname = 'plpgsql')
    UNION ALL
    SELECT t.type, 8, 0, pg_catalog.format('REVOKE ALL ON TYPE %s FROM PUBLIC, %I', t.full_name, pg_catalog.pg_get_userbyid(t.owner))
      FROM target t
     WHERE t.acl IS NOT NULL AND NOT EXISTS (SELECT FROM pg_catalog.pg_language l WHERE l.lanname = 'plpgsql')
    UNION ALL
    -- not in the order of the list: whoever passes a privilege on has got it by then
    SELECT g.type, 9 + f.distance, 100000 * g.number + 2 * g.rank + s.rank, s.text
      FROM granted g
      JOIN (SELECT a.type, a.number, a.role, min(a.distance) AS distance FROM able a GROUP BY a.type, a.number, a.role) f
        ON f.type = g.type AND f.number = g.number AND f.role = g.grantor
      CROSS JOIN LATERAL (
          SELECT 0, pg_catalog.format('SET LOCAL ROLE %I', pg_catalog.pg_get_userbyid(g.grantor)) WHERE g.grantor <> g.owner
          UNION ALL
          SELECT 1, pg_catalog.format('GRANT USAGE ON TYPE %s TO %s%s', g.full_name,
                        CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(g.grantee)) END,
                        CASE WHEN g.grantable THEN ' WITH GRANT OPTION' ELSE '' END)) AS s(rank, text)
), lost(type, what) AS (
    SELECT l.type, 'its definition, which cannot be read' FROM line l WHERE l.text IS NULL
    UNION
    SELECT p.type, pg_catalog.format('the security label %L of the provider %I', s.label, s.provider)
      FROM part p JOIN pg_catalog.pg_seclabel s ON s.classoid = p.classid AND s.objoid = p.objid
    UNION
    SELECT p.type, pg_catalog.format('the comment on its function %s', f.oid::pg_catalog.regprocedure)
      FROM part p
      JOIN pg_catalog.pg_proc f ON f.oid = p.objid AND p.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
      JOIN pg_catalog.pg_description d ON d.classoid = p.classid AND d.objoid = p.objid
    UNION
    SELECT p.type, pg_catalog.format('the privileges on its function %s', f.oid::pg_catalog.regprocedure)
      FROM part p
      JOIN pg_catalog.pg_proc f ON f.oid = p.objid AND p.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
     WHERE f.proacl IS NOT NULL
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_default_acl d WHERE d.defaclrole = f.proowner AND d.defaclobjtype = 'f')
)
SELECT s.type, s.statements, coalesce(x.lost, '{}') AS lost
  FROM (SELECT l.type, pg_catalog.array_agg(l.text ORDER BY l.place, l.rank, l.text) FILTER (WHERE l.text IS NOT NULL) AS statements
          FROM line l GROUP BY l.type) s
  LEFT JOIN (SELECT l.type, pg_catalog.array_agg(l.what ORDER BY l.what) AS lost FROM lost l GROUP BY l.type) x ON x.type = s.type;

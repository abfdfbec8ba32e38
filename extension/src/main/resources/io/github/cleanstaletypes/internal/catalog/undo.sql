-- The statements that recreate each type, under the given name (a quarantined type's original one) and with the given comment.
-- Run with search_path = pg_catalog, so that format_type and pg_get_expr qualify every other name.
WITH wanted AS (
    SELECT t.*, pg_catalog.format('%I.%I', n.nspname, w.name) AS full_name, w.comment, w.multirange,
           CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END AS word
      FROM ROWS FROM (pg_catalog.unnest(:'oids'::oid[]), pg_catalog.unnest(:'original_names'::text[]),
                     pg_catalog.unnest(:'original_comments'::text[]), pg_catalog.unnest(:'original_multiranges'::text[]))
           AS w(type, name, comment, multirange)
      JOIN pg_catalog.pg_type t ON t.oid = w.type
      JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
), line(type, place, rank, text) AS (
    SELECT w.oid, 1, 0::bigint, CASE w.typtype
        WHEN 'e' THEN pg_catalog.format('CREATE TYPE %s AS ENUM (%s)', w.full_name, (
            SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
              FROM pg_catalog.pg_enum e WHERE e.enumtypid = w.oid))
        WHEN 'c' THEN pg_catalog.format('CREATE TYPE %s AS (%s)', w.full_name, (
            SELECT pg_catalog.string_agg(pg_catalog.format('%I %s%s', a.attname,
                       pg_catalog.format_type(a.atttypid, a.atttypmod),
                       CASE WHEN a.attcollation <> b.typcollation
                            THEN pg_catalog.format(' COLLATE %I.%I', cn.nspname, c.collname) ELSE '' END), ', ' ORDER BY a.attnum)
              FROM pg_catalog.pg_attribute a
              JOIN pg_catalog.pg_type b ON b.oid = a.atttypid
              LEFT JOIN pg_catalog.pg_collation c ON c.oid = a.attcollation
              LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.collnamespace
             WHERE a.attrelid = w.typrelid AND a.attnum > 0 AND NOT a.attisdropped))
        WHEN 'd' THEN pg_catalog.format('CREATE DOMAIN %s AS %s', w.full_name, pg_catalog.format_type(w.typbasetype, w.typtypmod))
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
              JOIN pg_catalog.pg_opclass oc ON oc.oid = r.rngsubopc
              JOIN pg_catalog.pg_namespace oc_n ON oc_n.oid = oc.opcnamespace
              JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid
              JOIN pg_catalog.pg_namespace mn ON mn.oid = m.typnamespace
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
      FROM wanted w JOIN pg_catalog.pg_constraint k ON k.contypid = w.oid AND NOT k.convalidated
    UNION ALL
    SELECT w.oid, 3, 0, pg_catalog.format('ALTER %s %s OWNER TO %I', w.word, w.full_name, pg_catalog.pg_get_userbyid(w.typowner))
      FROM wanted w
    UNION ALL
    SELECT w.oid, 4, r.rank, pg_catalog.format('REVOKE ALL ON TYPE %s FROM %s', w.full_name, r.grantee)
      FROM wanted w
      CROSS JOIN LATERAL (VALUES (1, 'PUBLIC'), (2, pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(w.typowner)))) r(rank, grantee)
     WHERE w.typacl IS NOT NULL
    UNION ALL
    SELECT w.oid, 5, g.rank,
           CASE WHEN g.grantor <> w.typowner
                THEN pg_catalog.format('SET ROLE %I;' || E'\n', pg_catalog.pg_get_userbyid(g.grantor)) ELSE '' END
           || pg_catalog.format('GRANT %s ON TYPE %s TO %s%s', g.privilege_type, w.full_name,
                CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(g.grantee)) END,
                CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
           || CASE WHEN g.grantor <> w.typowner THEN E';\nRESET ROLE' ELSE '' END
      FROM wanted w
      CROSS JOIN LATERAL pg_catalog.aclexplode(w.typacl) WITH ORDINALITY AS g(grantor, grantee, privilege_type, is_grantable, rank)
    UNION ALL
    SELECT w.oid, 6, 0, pg_catalog.format('COMMENT ON %s %s IS %L', w.word, w.full_name, w.comment)
      FROM wanted w WHERE w.comment IS NOT NULL
    UNION ALL
    SELECT w.oid, 7, k.oid::bigint, pg_catalog.format('COMMENT ON CONSTRAINT %I ON DOMAIN %s IS %L', k.conname, w.full_name, d.description)
      FROM wanted w
      JOIN pg_catalog.pg_constraint k ON k.contypid = w.oid
      JOIN pg_catalog.pg_description d ON d.objoid = k.oid AND d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
    UNION ALL
    SELECT w.oid, 8, a.attnum, pg_catalog.format('COMMENT ON COLUMN %s.%I IS %L', w.full_name, a.attname, d.description)
      FROM wanted w
      JOIN pg_catalog.pg_attribute a ON a.attrelid = w.typrelid AND NOT a.attisdropped
      JOIN pg_catalog.pg_description d
        ON d.objoid = w.typrelid AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid = a.attnum
     WHERE w.typrelid <> 0
    UNION ALL
    SELECT w.oid, 9, 0, pg_catalog.format('COMMENT ON TYPE %I.%I IS %L', mn.nspname, coalesce(w.multirange, m.typname), d.description)
      FROM wanted w
      JOIN pg_catalog.pg_range r ON r.rngtypid = w.oid
      JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid
      JOIN pg_catalog.pg_namespace mn ON mn.oid = m.typnamespace
      JOIN pg_catalog.pg_description d ON d.objoid = m.oid AND d.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass
    UNION ALL
    SELECT w.oid, 10, 0, pg_catalog.format('SECURITY LABEL FOR %I ON %s %s IS %L', s.provider, w.word, w.full_name, s.label)
      FROM wanted w
      JOIN pg_catalog.pg_seclabel s
        ON s.objoid = w.oid AND s.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass AND s.objsubid = 0
)
SELECT l.type, pg_catalog.string_agg(l.text || ';', E'\n' ORDER BY l.place, l.rank) AS undo
  FROM line l
 GROUP BY l.type;

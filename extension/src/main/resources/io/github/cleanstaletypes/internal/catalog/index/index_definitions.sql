-- The statements that recreate each index, in their order, and the query that finds what keeps a unique one from being built; nothing of
-- one whose table or self somebody holds for a change, since describing it would wait for that.
-- Run with search_path = pg_catalog, so that each other name is qualified, and with the settings of a replay.
WITH wanted AS (
    SELECT i.*, c.reltablespace, t.relhassubclass,
           pg_catalog.format('%I.%I', n.nspname, c.relname) AS full_name,
           pg_catalog.format('%I.%I', tn.nspname, t.relname) AS table_name,
           coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::bool, false) AS nulls_count
      FROM pg_catalog.pg_index i
      JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
      JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
     WHERE i.indexrelid = ANY (:'index_oids'::oid[])
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_locks l
                        WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock'
                          AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
                          AND l.relation IN (i.indexrelid, i.indrelid) AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid())
), key(index, number, nullable, text) AS (
    SELECT w.indexrelid, a.attnum, b.attnotnull IS NOT TRUE,
           pg_catalog.pg_get_indexdef(w.indexrelid, a.attnum, false)
           || CASE WHEN a.attcollation <> coalesce(b.attcollation, y.typcollation)
                   THEN pg_catalog.format(' COLLATE %I.%I', cn.nspname, o.collname) ELSE '' END
      FROM wanted w
      JOIN pg_catalog.pg_attribute a ON a.attrelid = w.indexrelid AND a.attnum <= w.indnkeyatts
      JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
      LEFT JOIN pg_catalog.pg_attribute b ON b.attrelid = w.indrelid AND b.attnum = w.indkey[a.attnum - 1] AND b.attnum <> 0
      LEFT JOIN pg_catalog.pg_collation o ON o.oid = a.attcollation
      LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = o.collnamespace
     WHERE w.indisunique
), line(index, place, rank, text) AS (
    -- or the session of a replay would choose
    SELECT w.indexrelid, 1, 0, pg_catalog.format('SET LOCAL default_tablespace = %L', coalesce(s.spcname::text, ''))
      FROM wanted w LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = w.reltablespace
    UNION ALL
    SELECT w.indexrelid, 2, 0, pg_catalog.pg_get_indexdef(w.indexrelid) FROM wanted w
    UNION ALL
    SELECT w.indexrelid, 3, a.attnum, pg_catalog.format('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s', w.full_name, a.attnum, a.attstattarget)
      FROM wanted w JOIN pg_catalog.pg_attribute a ON a.attrelid = w.indexrelid AND a.attstattarget >= 0
    UNION ALL
    SELECT w.indexrelid, 4, 0, pg_catalog.format('ALTER INDEX %s DEPENDS ON EXTENSION %I', w.full_name, e.extname)
      FROM wanted w
      JOIN pg_catalog.pg_depend d
        ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = w.indexrelid AND d.objsubid = 0 AND d.deptype = 'x'
      JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
    UNION ALL
    SELECT w.indexrelid, 5, 0, pg_catalog.format('COMMENT ON INDEX %s IS %L', w.full_name, d.description)
      FROM wanted w
      JOIN pg_catalog.pg_description d
        ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objoid = w.indexrelid AND d.objsubid = 0
    UNION ALL
    SELECT w.indexrelid, 6, 0, pg_catalog.format('ALTER TABLE %s CLUSTER ON %I', w.table_name, c.relname)
      FROM wanted w JOIN pg_catalog.pg_class c ON c.oid = w.indexrelid
     WHERE w.indisclustered
)
SELECT w.indexrelid AS oid,
       pg_catalog.pg_relation_size(w.indexrelid) AS bytes,
       pg_catalog.pg_get_indexdef(w.indexrelid) AS definition,
       (SELECT pg_catalog.array_agg(l.text ORDER BY l.place, l.rank, l.text) FROM line l WHERE l.index = w.indexrelid) AS statements,
       CASE WHEN w.indisunique THEN (
        SELECT pg_catalog.format('SELECT %s, pg_catalog.count(*) FROM %s%s%s GROUP BY %s HAVING pg_catalog.count(*) > 1;',
                   pg_catalog.string_agg(k.text, ', ' ORDER BY k.number),
                   CASE WHEN w.relhassubclass THEN 'ONLY ' ELSE '' END,
                   w.table_name,
                   coalesce(' WHERE ' || nullif(pg_catalog.concat_ws(' AND ',
                       '(' || pg_catalog.pg_get_expr(w.indpred, w.indrelid) || ')',
                       pg_catalog.string_agg(CASE WHEN k.nullable AND NOT w.nulls_count THEN k.text || ' IS NOT NULL' END, ' AND ' ORDER BY k.number)), ''), ''),
                   pg_catalog.string_agg(k.number::text, ', ' ORDER BY k.number))
          FROM key k WHERE k.index = w.indexrelid) END AS duplicates
  FROM wanted w
 ORDER BY w.indexrelid;

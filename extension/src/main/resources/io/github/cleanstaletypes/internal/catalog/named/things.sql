-- Whatever has one of the given names, of any kind that an error can name, in any schema but the server's own; temporary objects count.
-- Columns are looked for only in tables of the given names. What a thing belongs to is written as SQL writes it.
SELECT k.kind, n.nspname::text AS schema, c.relname::text AS name, c.oid,
       CASE WHEN i.indexrelid IS NOT NULL THEN pg_catalog.format('%I.%I', tn.nspname, t.relname) END AS owner,
       pg_catalog.pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  CROSS JOIN LATERAL (
      SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'v' THEN 'view'
                            WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' WHEN 'S' THEN 'sequence'
                            WHEN 'c' THEN 'composite' ELSE 'index' END AS kind
  ) k
  LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
  LEFT JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
  LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
 WHERE c.relname = ANY (:'names'::pg_catalog.name[])
   AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
UNION ALL
SELECT CASE WHEN t.typtype = 'e' THEN 'enum' WHEN t.typtype = 'd' THEN 'domain' WHEN t.typtype = 'r' THEN 'range'
            WHEN t.typtype = 'm' THEN 'multirange' WHEN t.typelem <> 0 THEN 'array type' ELSE 'base type' END,
       n.nspname::text, t.typname::text, t.oid, NULL, NULL
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
 WHERE t.typname = ANY (:'names'::pg_catalog.name[])
   AND t.typrelid = 0 AND t.typisdefined
   AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
UNION ALL
SELECT 'policy', n.nspname::text, p.polname::text, p.oid, pg_catalog.format('%I.%I', n.nspname, c.relname),
       pg_catalog.concat_ws(' ',
           'FOR', CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
           'USING (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')',
           'WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')')
  FROM pg_catalog.pg_policy p
  JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE p.polname = ANY (:'names'::pg_catalog.name[])
UNION ALL
SELECT 'trigger', n.nspname::text, g.tgname::text, g.oid, pg_catalog.format('%I.%I', n.nspname, c.relname),
       pg_catalog.pg_get_triggerdef(g.oid)
  FROM pg_catalog.pg_trigger g
  JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE g.tgname = ANY (:'names'::pg_catalog.name[]) AND NOT g.tgisinternal
UNION ALL
SELECT 'constraint', n.nspname::text, k.conname::text, k.oid,
       CASE WHEN c.oid IS NOT NULL THEN pg_catalog.format('%I.%I', n.nspname, c.relname)
            ELSE pg_catalog.format('%I.%I', n.nspname, t.typname) END,
       pg_catalog.pg_get_constraintdef(k.oid)
  FROM pg_catalog.pg_constraint k
  JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
  LEFT JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
  LEFT JOIN pg_catalog.pg_type t ON t.oid = k.contypid
 WHERE (k.conname = ANY (:'names'::pg_catalog.name[]) OR k.contype = 'p' AND c.relname = ANY (:'names'::pg_catalog.name[]))
   AND n.nspname NOT IN ('pg_catalog', 'information_schema')
UNION ALL
SELECT 'rule', n.nspname::text, w.rulename::text, w.oid, pg_catalog.format('%I.%I', n.nspname, c.relname),
       pg_catalog.pg_get_ruledef(w.oid)
  FROM pg_catalog.pg_rewrite w
  JOIN pg_catalog.pg_class c ON c.oid = w.ev_class
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE w.rulename = ANY (:'names'::pg_catalog.name[]) AND w.rulename <> '_RETURN'
UNION ALL
SELECT 'column', n.nspname::text, a.attname::text, c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname),
       pg_catalog.format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
 WHERE c.relname = ANY (:'tables'::pg_catalog.name[]) AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
   AND a.attname = ANY (:'names'::pg_catalog.name[]) AND a.attnum > 0 AND NOT a.attisdropped
   AND n.nspname NOT IN ('pg_catalog', 'information_schema')
UNION ALL
SELECT 'publication', NULL, p.pubname::text, p.oid, NULL,
       CASE WHEN p.puballtables THEN 'FOR ALL TABLES'
            ELSE 'of ' || (SELECT pg_catalog.count(*) FROM pg_catalog.pg_publication_rel r WHERE r.prpubid = p.oid) || ' tables' END
  FROM pg_catalog.pg_publication p
 WHERE p.pubname = ANY (:'names'::pg_catalog.name[])
UNION ALL
SELECT 'subscription', NULL, s.subname::text, s.oid, NULL, CASE WHEN s.subenabled THEN 'enabled' ELSE 'disabled' END
  FROM pg_catalog.pg_subscription s
  JOIN pg_catalog.pg_database d ON d.oid = s.subdbid
 WHERE s.subname = ANY (:'names'::pg_catalog.name[]) AND d.datname = pg_catalog.current_database()
UNION ALL
SELECT 'replication slot', NULL, r.slot_name::text, 0, NULL,
       pg_catalog.concat_ws(', ', r.slot_type, r.plugin, 'database ' || r.database,
           CASE WHEN r.active THEN 'in use by pid ' || r.active_pid ELSE 'not in use' END)
  FROM pg_catalog.pg_replication_slots r
 WHERE r.slot_name = ANY (:'names'::pg_catalog.name[])
UNION ALL
SELECT 'function', n.nspname::text, p.proname::text, p.oid, NULL, pg_catalog.pg_get_function_identity_arguments(p.oid)
  FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
 WHERE p.proname = ANY (:'names'::pg_catalog.name[]) AND n.nspname NOT IN ('pg_catalog', 'information_schema')
UNION ALL
SELECT o.kind, n.nspname::text, o.name::text, o.oid, NULL, NULL
  FROM (
      SELECT 'statistics object' AS kind, s.stxname AS name, s.oid, s.stxnamespace AS namespace FROM pg_catalog.pg_statistic_ext s
      UNION ALL SELECT 'collation', c.collname, c.oid, c.collnamespace FROM pg_catalog.pg_collation c
      UNION ALL SELECT 'conversion', c.conname, c.oid, c.connamespace FROM pg_catalog.pg_conversion c
      UNION ALL SELECT 'operator class', c.opcname, c.oid, c.opcnamespace FROM pg_catalog.pg_opclass c
      UNION ALL SELECT 'operator family', f.opfname, f.oid, f.opfnamespace FROM pg_catalog.pg_opfamily f
      UNION ALL SELECT 'text search configuration', c.cfgname, c.oid, c.cfgnamespace FROM pg_catalog.pg_ts_config c
      UNION ALL SELECT 'text search dictionary', d.dictname, d.oid, d.dictnamespace FROM pg_catalog.pg_ts_dict d
      UNION ALL SELECT 'text search parser', p.prsname, p.oid, p.prsnamespace FROM pg_catalog.pg_ts_parser p
      UNION ALL SELECT 'text search template', t.tmplname, t.oid, t.tmplnamespace FROM pg_catalog.pg_ts_template t
  ) o
  JOIN pg_catalog.pg_namespace n ON n.oid = o.namespace
 WHERE o.name = ANY (:'names'::pg_catalog.name[]) AND n.nspname NOT IN ('pg_catalog', 'information_schema')
UNION ALL
SELECT o.kind, NULL, o.name::text, o.oid, NULL, o.definition
  FROM (
      SELECT 'event trigger' AS kind, e.evtname AS name, e.oid, 'ON ' || e.evtevent AS definition FROM pg_catalog.pg_event_trigger e
      UNION ALL SELECT 'server', s.srvname, s.oid, NULL FROM pg_catalog.pg_foreign_server s
      UNION ALL SELECT 'foreign-data wrapper', w.fdwname, w.oid, NULL FROM pg_catalog.pg_foreign_data_wrapper w
      UNION ALL SELECT 'language', l.lanname, l.oid, NULL FROM pg_catalog.pg_language l
      UNION ALL SELECT 'access method', a.amname, a.oid, NULL FROM pg_catalog.pg_am a
      UNION ALL SELECT 'tablespace', t.spcname, t.oid, NULL FROM pg_catalog.pg_tablespace t
      UNION ALL SELECT 'schema', s.nspname, s.oid, NULL FROM pg_catalog.pg_namespace s
      UNION ALL SELECT 'role', r.rolname, r.oid, NULL FROM pg_catalog.pg_roles r
      UNION ALL SELECT 'database', d.datname, d.oid, NULL FROM pg_catalog.pg_database d
      UNION ALL SELECT 'extension', e.extname, e.oid, 'version ' || e.extversion FROM pg_catalog.pg_extension e
  ) o
 WHERE o.name = ANY (:'names'::pg_catalog.name[])
 ORDER BY 1, 2, 3, 5;

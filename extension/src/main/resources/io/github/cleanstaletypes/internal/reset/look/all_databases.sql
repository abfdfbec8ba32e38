-- All databases, with the transaction that has written each row last: two that were renamed together have the same. A connection limit of
-- -2 is what an interrupted DROP DATABASE leaves. Any role may read this.
SELECT d.oid,
       d.datname::text AS name,
       CASE WHEN d.datconnlimit = -2 THEN 'INVALID'
            WHEN d.datistemplate OR d.datname IN ('template0', 'template1') THEN 'TEMPLATE'
            WHEN NOT d.datallowconn THEN 'CLOSED'
            ELSE 'PLAIN' END AS kind,
       d.xmin::text AS writer
  FROM pg_catalog.pg_database d
 ORDER BY d.oid;

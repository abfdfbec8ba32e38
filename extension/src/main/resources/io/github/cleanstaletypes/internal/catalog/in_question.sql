-- Whether what stands under the claimed names is more than a quick look can judge: a row that points to nothing, also of an array of that name;
-- an invalid index; a partition that is half detached. One row if so. Scalar subqueries: one look into an index for each row found.
SELECT true AS in_question
 WHERE EXISTS (SELECT FROM pg_catalog.pg_type t
                WHERE t.typname = ANY (ARRAY(SELECT w.name::pg_catalog.name FROM pg_catalog.unnest(:'names'::text[]) AS w(name)
                                         UNION ALL SELECT ('_' || w.name)::pg_catalog.name FROM pg_catalog.unnest(:'names'::text[]) AS w(name)))
                  AND (:'anywhere'::bool OR t.typnamespace = ANY (
                       ARRAY(SELECT s.oid FROM pg_catalog.pg_namespace s WHERE s.nspname = ANY (:'spaces'::pg_catalog.name[]))))
                  AND (t.typtype = 'c' AND (SELECT c.oid FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid) IS NULL
                       OR t.typelem <> 0 AND t.typinput = 'pg_catalog.array_in(cstring, oid, int4)'::pg_catalog.regprocedure
                          AND (SELECT e.typarray FROM pg_catalog.pg_type e WHERE e.oid = t.typelem) IS DISTINCT FROM t.oid))
    OR EXISTS (SELECT FROM pg_catalog.pg_class c
                WHERE c.relname = ANY (ARRAY(SELECT w.name::pg_catalog.name FROM pg_catalog.unnest(:'names'::text[]) AS w(name)))
                  AND (:'anywhere'::bool OR c.relnamespace = ANY (
                       ARRAY(SELECT s.oid FROM pg_catalog.pg_namespace s WHERE s.nspname = ANY (:'spaces'::pg_catalog.name[]))))
                  AND (c.reltype <> 0 AND (SELECT t.oid FROM pg_catalog.pg_type t WHERE t.oid = c.reltype) IS NULL
                       OR c.relkind = 'i' AND (SELECT i.indisvalid FROM pg_catalog.pg_index i WHERE i.indexrelid = c.oid) IS FALSE
                       OR (c.relispartition OR c.relkind = 'p')
                          AND (SELECT pg_catalog.bool_or(i.inhdetachpending)
                                 FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid OR i.inhparent = c.oid)));

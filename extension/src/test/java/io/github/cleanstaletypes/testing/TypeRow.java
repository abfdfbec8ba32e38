package io.github.cleanstaletypes.testing;

import java.util.List;

/** All that the catalog says of a type, oids left out, so that a type and its copy can be compared. */
public final class TypeRow {

    private static final String QUERY = """
            SELECT pg_catalog.jsonb_pretty(pg_catalog.jsonb_build_object(
              'row', (pg_catalog.to_jsonb(t) - '{oid,typarray,typrelid,typbasetype,typcollation,typdefaultbin,typdefault,typnamespace,typowner,typacl}'::text[]),
              'privileges', (SELECT jsonb_agg(jsonb_build_array(o.typname, g.grantor::regrole, nullif(g.grantee, 0)::regrole,
                        g.privilege_type, g.is_grantable) ORDER BY o.typname, g.grantor::regrole::text, g.grantee::regrole::text)
                   FROM pg_type o CROSS JOIN LATERAL aclexplode(coalesce(o.typacl, acldefault('T', o.typowner))) g
                  WHERE o.oid = t.oid
                     OR current_setting('server_version_num')::int < 170000
                        AND o.oid = (SELECT r.rngmultitypid FROM pg_range r WHERE r.rngtypid = t.oid)),
              'roles', (SELECT jsonb_agg(jsonb_build_array(s.deptype, s.refobjid::regrole) ORDER BY s.deptype, s.refobjid::regrole::text)
                   FROM pg_shdepend s
                  WHERE s.dbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
                    AND (s.classid, s.objid) IN (('pg_type'::regclass, t.oid), ('pg_class'::regclass, t.typrelid))),
              'depends', (SELECT jsonb_agg(DISTINCT jsonb_build_array(i.type, i.identity, r.type, r.identity, d.deptype))
                   FROM pg_depend d
                   CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, d.objsubid) i
                   CROSS JOIN LATERAL pg_identify_object(d.refclassid, d.refobjid, d.refobjsubid) r
                  WHERE (d.classid, d.objid) IN (('pg_type'::regclass, t.oid), ('pg_class'::regclass, t.typrelid))
                     OR (d.refclassid, d.refobjid) IN (('pg_type'::regclass, t.oid), ('pg_class'::regclass, t.typrelid))
                     OR d.classid = 'pg_constraint'::regclass
                        AND d.objid IN (SELECT k.oid FROM pg_constraint k WHERE k.contypid = t.oid)),
              'owner', t.typowner::regrole, 'schema', t.typnamespace::regnamespace,
              'base', format_type(t.typbasetype, t.typtypmod), 'collation', t.typcollation::regcollation,
              'default', pg_get_expr(t.typdefaultbin, 0),
              'comment', obj_description(t.oid, 'pg_type'),
              'array', (SELECT jsonb_build_array(a.typname, a.typowner::regrole, obj_description(a.oid, 'pg_type'))
                   FROM pg_type a WHERE a.oid = t.typarray),
              'labels', (SELECT jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
              'attributes', (SELECT jsonb_agg(jsonb_build_array(a.attname, format_type(a.atttypid, a.atttypmod),
                        a.attcollation::regcollation, a.attnotnull, a.attstorage, a.attndims,
                        col_description(a.attrelid, a.attnum)) ORDER BY a.attnum)
                   FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped),
              'relation', (SELECT jsonb_build_array(c.relname, c.relowner::regrole, c.relkind) FROM pg_class c WHERE c.oid = t.typrelid),
              'constraints', (SELECT jsonb_agg(jsonb_build_array(k.conname, k.contype, k.convalidated,
                        pg_get_constraintdef(k.oid), obj_description(k.oid, 'pg_constraint')) ORDER BY k.conname)
                   FROM pg_constraint k WHERE k.contypid = t.oid),
              'range', (SELECT jsonb_build_array(format_type(r.rngsubtype, NULL), r.rngcollation::regcollation, o.opcname,
                        o.opcnamespace::regnamespace, r.rngcanonical, r.rngsubdiff, m.typname, m.typnamespace::regnamespace,
                        m.typowner::regrole, obj_description(m.oid, 'pg_type'),
                        (SELECT a.typname FROM pg_type a WHERE a.oid = m.typarray))
                   FROM pg_range r JOIN pg_opclass o ON o.oid = r.rngsubopc JOIN pg_type m ON m.oid = r.rngmultitypid
                  WHERE r.rngtypid = t.oid),
              'constructors', (SELECT jsonb_agg(p.oid::regprocedure::text ORDER BY 1)
                   FROM pg_depend d JOIN pg_proc p ON p.oid = d.objid
                  WHERE d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_type'::regclass AND d.refobjid = t.oid
                    AND d.deptype = 'i')))
              FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
             WHERE t.oid >= 16384
               AND (t.typtype IN ('e', 'd', 'r')
                    OR t.typtype = 'c' AND EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))
             ORDER BY n.nspname, t.typname
            """;

    private TypeRow() {}

    /** Each standalone type of the database. */
    public static List<String> all(TestDatabase database) {
        return database.queryTexts(QUERY);
    }

    /** A string constant that means the same whatever {@code standard_conforming_strings} is. */
    public static String literal(String text) {
        return " E'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}

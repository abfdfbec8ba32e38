package io.github.cleanstaletypes.proof.schema;

import io.github.cleanstaletypes.testing.TypeRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Statements that create a standalone type of a kind, with all that can hang on it and names that somebody chose to do harm. */
public final class GeneratedType {

    private static final List<String> TEXTS = List.of(
            "it's",
            "\"",
            "back\\slash\\",
            "\\'; DROP TABLE precious; --",
            "line\nfeed",
            "\nDROP TABLE precious;",
            "\n\\! touch hijacked",
            "\n\\connect postgres",
            "\nCOMMIT;\nDROP TABLE precious;\n",
            "$$ $undo$ $1",
            "a:'b' :c :\"d\"",
            "Ärger ß €",
            "😀",
            "\u202e tab\t bell\u0007",
            "%s %I %L %1$s",
            "select",
            "NULL",
            "*/ -- /*",
            " ");

    private static final List<String> DOMAINS = List.of(
            "text DEFAULT %s CONSTRAINT %s CHECK (VALUE <> %s)",
            "varchar(40) COLLATE \"C\" DEFAULT %s NOT NULL CONSTRAINT %s CHECK (VALUE <> %s) CHECK (length(VALUE) < 99)",
            "text CONSTRAINT %2$s CHECK (VALUE ~ %3$s AND VALUE <> E'\\\\d\\n')",
            "text[] DEFAULT ARRAY[%s, 'NULL', NULL] CONSTRAINT %s CHECK (VALUE <> ARRAY[%s])",
            "other.base DEFAULT %s CONSTRAINT %s CHECK (VALUE <> %s)",
            "other.base CONSTRAINT %2$s CHECK (VALUE <> %3$s)",
            "interval DEFAULT '-1 days -02:03:04' CONSTRAINT %2$s CHECK (VALUE <> '-3 days +04:05:06'::interval)",
            "date DEFAULT '2001-02-03' CONSTRAINT %2$s CHECK (VALUE <> '1999-12-11'::date)",
            "timestamptz DEFAULT '2001-02-03 04:05:06.789+07' CONSTRAINT %2$s CHECK (VALUE <> '1850-01-01 00:00:00+00'::timestamptz)",
            "bytea DEFAULT E'\\\\xdeadbeef5c27' CONSTRAINT %2$s CHECK (VALUE <> E'\\\\x00'::bytea)",
            "float8 DEFAULT 0.30000000000000004::float8 CONSTRAINT %2$s CHECK (VALUE <> 1e-300::float8)",
            "money DEFAULT '1234.56'::money CONSTRAINT %2$s CHECK (VALUE <> '-0.01'::money)",
            "int CONSTRAINT %2$s CHECK (CASE WHEN VALUE > 1 THEN VALUE < 9 WHEN VALUE = -1 THEN false ELSE VALUE IS NOT NULL END)",
            "numeric(10, 2)[] DEFAULT '{1.5,NULL}' CONSTRAINT %2$s CHECK (cardinality(VALUE) < 3 AND VALUE[1:2] <> '{7}')",
            "bit varying(9) DEFAULT B'101' CONSTRAINT %2$s CHECK (VALUE <> X'1F'::bit varying)",
            "text CONSTRAINT %2$s CHECK (other.ok(VALUE) AND VALUE OPERATOR(other.===) %3$s)");

    private static final List<String> ATTRIBUTES = List.of(
            "int",
            "text COLLATE \"POSIX\"",
            "varchar(7) COLLATE \"C\"",
            "numeric(5, 1)[]",
            "int[][]",
            "other.mood",
            "other.mood[]",
            "other.base",
            "timestamp(3) with time zone",
            "interval day to second(2)",
            "\"char\"",
            "bpchar",
            "bit(3)");

    private static final List<String> RANGES = List.of(
            "subtype = date",
            "subtype = text, collation = \"C\", subtype_opclass = text_pattern_ops",
            "subtype = float8, subtype_diff = float8mi",
            "subtype = other.mood, subtype_diff = other.apart",
            "subtype = timestamp(3) without time zone");

    private static final List<String> GRANTS = List.of(
            "REVOKE ALL ON TYPE %1$s FROM PUBLIC",
            "REVOKE ALL ON TYPE %1$s FROM PUBLIC, %2$s",
            "GRANT USAGE ON TYPE %1$s TO %3$s",
            "GRANT USAGE ON TYPE %1$s TO %3$s WITH GRANT OPTION; SET ROLE %3$s; GRANT USAGE ON TYPE %1$s TO %4$s; RESET ROLE",
            // the list then names a grant before the one that allows it
            "GRANT USAGE ON TYPE %1$s TO %3$s WITH GRANT OPTION; SET ROLE %3$s; GRANT USAGE ON TYPE %1$s TO %4$s WITH GRANT OPTION;"
                    + " RESET ROLE; GRANT USAGE ON TYPE %1$s TO %5$s; SET ROLE %4$s; GRANT USAGE ON TYPE %1$s TO %5$s WITH GRANT OPTION;"
                    + " SET ROLE %5$s; GRANT USAGE ON TYPE %1$s TO PUBLIC; RESET ROLE");

    private final Random random;
    private final List<String> roles;
    private final int major;
    private final int first;

    /** @param roles four roles that there are */
    public GeneratedType(Random random, List<String> roles, int major) {
        this.random = random;
        this.roles = roles;
        this.major = major;
        this.first = random.nextInt(DOMAINS.size());
    }

    /** What the generated types refer to. */
    public static String[] surroundings() {
        return new String[] {
            "CREATE TABLE public.precious (id int)",
            "CREATE SCHEMA other",
            "GRANT ALL ON SCHEMA other TO PUBLIC",
            "CREATE TYPE other.mood AS ENUM ('sad', 'ok')",
            "CREATE DOMAIN other.base AS text DEFAULT 'b' CHECK (VALUE <> 'x')",
            "CREATE FUNCTION other.ok(text) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT true'",
            "CREATE OPERATOR other.=== (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text)",
            "CREATE FUNCTION other.apart(other.mood, other.mood) RETURNS float8 IMMUTABLE LANGUAGE sql AS 'SELECT 1.0::float8'"
        };
    }

    /** A text that is harmful where it is not quoted; the same or another each time. */
    public String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /**
     * The type and what hangs on it.
     *
     * @param number a number that no other type of the database has: every fourth is an enum, the next ones a domain, a composite, a range
     */
    public List<String> statements(String name, int number) {
        List<String> all = new ArrayList<>();
        String owner = one(roles);
        boolean domain = number % 4 == 1;
        String word = domain ? "DOMAIN " : "TYPE ";
        switch (number % 4) {
            case 0 -> all.add("CREATE TYPE " + name + " AS ENUM (" + labels() + ")");
            case 1 -> domain(name, first + number / 4, all);
            case 2 -> composite(name, all);
            default -> range(name, number, all);
        }
        if (random.nextBoolean()) {
            all.add("COMMENT ON " + word + name + " IS" + TypeRow.literal(text()));
        }
        if (random.nextInt(3) == 0) {
            all.add("COMMENT ON TYPE " + name + "[] IS" + TypeRow.literal(text()));
        }
        if (random.nextBoolean()) {
            all.add("ALTER " + word + name + " OWNER TO " + owner);
            grants(name, owner, all);
        }
        return all;
    }

    private void grants(String name, String owner, List<String> all) {
        List<String> others = roles.stream().filter(role -> !role.equals(owner)).toList();
        if (random.nextInt(4) > 0) {
            all.add(one(GRANTS).formatted(name, owner, others.get(0), others.get(1), others.get(2)));
        }
    }

    private String labels() {
        List<String> labels = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> text())
                .distinct()
                .toList();
        return String.join(",", labels.stream().map(TypeRow::literal).toList());
    }

    private void domain(String name, int number, List<String> all) {
        String constraint = quoted(text());
        String base = DOMAINS.get(number % DOMAINS.size());
        all.add("CREATE DOMAIN " + name + " AS "
                + base.formatted(TypeRow.literal(text()), constraint, TypeRow.literal(text())));
        if (base.startsWith("other.base CONSTRAINT")) {
            all.add("ALTER DOMAIN " + name + " DROP DEFAULT");
        }
        if (random.nextBoolean()) {
            all.add("ALTER DOMAIN " + name + " ADD CONSTRAINT \"late one\" CHECK (VALUE IS NOT NULL) NOT VALID");
        }
        if (random.nextBoolean()) {
            all.add("COMMENT ON CONSTRAINT " + constraint + " ON DOMAIN " + name + " IS" + TypeRow.literal(text()));
        }
        if (major >= 17 && random.nextBoolean() && !base.contains("NOT NULL CONSTRAINT")) {
            all.add("ALTER DOMAIN " + name + " ADD CONSTRAINT \"not\nnothing\" NOT NULL");
            all.add("COMMENT ON CONSTRAINT \"not\nnothing\" ON DOMAIN " + name + " IS" + TypeRow.literal(text()));
        }
    }

    private void composite(String name, List<String> all) {
        List<String> names =
                IntStream.range(0, 5).mapToObj(i -> quoted(text())).distinct().toList();
        all.add("CREATE TYPE " + name + " AS (gone int, "
                + String.join(
                        ", ",
                        names.stream().map(each -> each + " " + one(ATTRIBUTES)).toList()) + ")");
        all.add("ALTER TYPE " + name + " DROP ATTRIBUTE gone");
        all.add("COMMENT ON COLUMN " + name + "." + names.get(0) + " IS" + TypeRow.literal(text()));
    }

    private void range(String name, int number, List<String> all) {
        String many = "other." + quoted("many " + number + text());
        all.add("CREATE TYPE " + name + " AS RANGE (" + one(RANGES) + ", multirange_type_name = " + many + ")");
        all.add("COMMENT ON TYPE " + many + " IS" + TypeRow.literal(text()));
        if (major < 17) {
            String owner = one(roles);
            all.add("ALTER TYPE " + many + " OWNER TO " + owner);
            grants(many, owner, all);
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** As SQL writes a name, whatever it holds. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

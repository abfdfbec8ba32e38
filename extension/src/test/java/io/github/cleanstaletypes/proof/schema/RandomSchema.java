package io.github.cleanstaletypes.proof.schema;

import static io.github.cleanstaletypes.proof.schema.GeneratedType.quoted;

import io.github.cleanstaletypes.proof.schema.MadeType.Claim;
import io.github.cleanstaletypes.testing.TypeRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A schema that somebody could have: types of all sorts in one or more namespaces, some of them claimed, each unused or used in some of all the
 * {@link Ways}. It shares its database with others, whose names are others.
 */
final class RandomSchema {

    private static final int SORTS = TypeSort.values().length;

    private final Random random;
    private final RandomNames names;
    private final GeneratedType generated;
    private final boolean sweeping;
    private final List<String> roles;
    private final int major;
    private final List<String> namespaces = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private final List<MadeType> types = new ArrayList<>();
    private final List<String> otherClaims = new ArrayList<>();
    private final Map<String, Integer> played = new HashMap<>();

    /** @param sweeping whether all names are claimed */
    RandomSchema(
            Random random,
            RandomNames names,
            GeneratedType generated,
            List<String> roles,
            boolean sweeping,
            int major,
            int number) {
        this.major = major;
        this.random = random;
        this.names = names;
        this.generated = generated;
        this.roles = roles;
        this.sweeping = sweeping;
        for (int i = 0; i <= random.nextInt(3); i++) {
            namespace();
        }
        int wanted = 3 + random.nextInt(6);
        for (int i = 0; i < wanted; i++) {
            make(number * 32 + i);
        }
        // those that a use has made may be used themselves
        for (int i = 0; i < types.size(); i++) {
            use(types.get(i));
        }
        nothings();
    }

    List<String> statements() {
        return statements;
    }

    List<MadeType> types() {
        return types;
    }

    /** Names that are claimed and are no type's. */
    List<String> otherClaims() {
        return otherClaims;
    }

    /** How often each way was taken. */
    Map<String, Integer> ways() {
        return played;
    }

    private void namespace() {
        String name = quoted(names.ofAnother());
        statements.add("CREATE SCHEMA " + name);
        statements.add("GRANT ALL ON SCHEMA " + name + " TO PUBLIC");
        if (random.nextInt(4) == 0) {
            statements.add("ALTER DEFAULT PRIVILEGES IN SCHEMA " + name + " GRANT "
                    + one(List.of("USAGE ON TYPES", "EXECUTE ON FUNCTIONS", "SELECT ON TABLES")) + " TO " + one(roles));
        }
        namespaces.add(name);
    }

    private void make(int number) {
        TypeSort sort = TypeSort.values()[random.nextInt(3) == 0 ? random.nextInt(SORTS) : random.nextInt(4)];
        MadeType type = type(sort);
        String name = type.sql();
        switch (sort) {
            case ENUM, DOMAIN, COMPOSITE, RANGE ->
                statements.addAll(generated.statements(name, number * 4 + sort.ordinal()));
            case SHELL -> statements.add("CREATE TYPE " + name);
            case BASE -> base(name);
            case OWNED -> {
                statements.add("CREATE TYPE " + name + " AS ENUM ('a')");
                statements.add("ALTER EXTENSION plpgsql ADD TYPE " + name);
            }
            case ROW -> statements.add("CREATE TABLE " + name + " (x int, y text)");
        }
    }

    private MadeType type(TypeSort sort) {
        String namespace = one(namespaces);
        Claim claim = sweeping ? Claim.SWEEP : random.nextInt(10) < 7 ? Claim.NAME : Claim.NONE;
        MadeType type = new MadeType(unquoted(namespace), names.ofType(), sort, claim);
        types.add(type);
        return type;
    }

    private void base(String name) {
        String in = fresh();
        String out = fresh();
        statements.add("CREATE TYPE " + name);
        statements.add("CREATE FUNCTION " + in + "(cstring) RETURNS " + name
                + " LANGUAGE internal IMMUTABLE STRICT AS 'textin'");
        statements.add("CREATE FUNCTION " + out + "(" + name
                + ") RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout'");
        statements.add("CREATE TYPE " + name + " (INPUT = " + in + ", OUTPUT = " + out + ", LIKE = text)");
    }

    private void use(MadeType type) {
        int times = random.nextInt(5) < 2 || types.size() > 16 ? 0 : 1 + random.nextInt(2);
        List<Way> ways = Ways.ALL.stream()
                .filter(way -> way.sorts().contains(type.sort()) && way.since() <= major)
                .toList();
        IntStream.range(0, ways.isEmpty() ? 0 : times)
                .mapToObj(i -> ways.get(random.nextInt(ways.size())))
                .distinct()
                .forEach(way -> use(type, way));
    }

    private void use(MadeType type, Way way) {
        String namespace = one(namespaces);
        String name = quoted(names.ofAnother());
        String user = switch (way.effect()) {
            case USED -> {
                type.use();
                yield namespace + "." + name;
            }
            case GENERATES -> {
                if (major < 15) {
                    type.useUnheeded();
                } else {
                    type.use();
                }
                yield namespace + "." + name;
            }
            case HIDDEN, MENTIONED -> {
                type.useUnheeded();
                yield namespace + "." + name;
            }
            case UNUSED -> namespace + "." + name;
            case IN_DOMAIN -> usedBy(type, TypeSort.DOMAIN);
            case IN_COMPOSITE -> usedBy(type, TypeSort.COMPOSITE);
            case IN_RANGE -> usedBy(type, TypeSort.RANGE);
        };
        WayText text = new WayText(type.sql(), quoted(type.schema()), List.of(user, fresh(), fresh()), name);
        way.statements().forEach(statement -> statements.add(text.fill(statement)));
        played.merge(way.by(), 1, Integer::sum);
    }

    private String usedBy(MadeType type, TypeSort sort) {
        MadeType user = type(sort);
        type.useBy(user);
        return user.sql();
    }

    /** A name of something else, with its schema. */
    private String fresh() {
        return one(namespaces) + "." + quoted(names.ofAnother());
    }

    private void nothings() {
        otherClaims.add(fresh());
        String table = fresh();
        statements.add("CREATE TABLE " + table + " (x int)");
        statements.add("COMMENT ON TABLE " + table + " IS" + TypeRow.literal(generated.text()));
        otherClaims.add(table);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String unquoted(String name) {
        return name.substring(1, name.length() - 1).replace("\"\"", "\"");
    }
}

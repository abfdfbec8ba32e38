package io.github.cleanstaletypes.junit;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What to tell whose database was not found: what there is, and the line to write. */
record MisuseAdvice(Class<?> testClass, List<Holder> holders) {

    private static final String ELSEWHERE = " If the database is held elsewhere, set the configuration parameter "
            + ExtensionParameters.PREFIX + Lookup.DATABASE_URL + ", or " + ExtensionParameters.PREFIX
            + Lookup.ENVIRONMENT
            + "=true to use DATABASE_URL and the like.";

    String onNone() {
        String looked = "there is no database: no static JdbcDatabaseContainer or DataSource in "
                + testClass.getSimpleName() + " and what it extends, implements and is nested in. ";
        List<Holder> candidates =
                holders.stream().filter(MisuseAdvice::candidate).toList();
        if (candidates.isEmpty()) {
            return looked + "Write, for example:\n\n    static DataSource dataSource = ...;\n\n" + ELSEWHERE.strip();
        }
        return looked + "There is:\n\n"
                + candidates.stream().map(MisuseAdvice::told).collect(Collectors.joining("\n"))
                + "\n\n" + ELSEWHERE.strip();
    }

    private static boolean candidate(Holder holder) {
        return holder.isDeclaredAs(DataSource.class)
                || Containers.type().filter(holder::isDeclaredAs).isPresent();
    }

    private static String told(Holder holder) {
        return "    " + holder + ": "
                + (!holder.isStatic()
                        ? "not static; write    static " + holder.declaration() + " = ...;"
                        : holder.value() == null ? WHEN_NULL : "not PostgreSQL");
    }

    private static final String WHEN_NULL =
            "null; the database is needed before @BeforeAll, so assign it where it is declared or in a static block";

    static String onSeveral(List<Database> found) {
        return "there are " + found.size() + " databases:\n\n"
                + found.stream().map(database -> "    " + database.where()).collect(Collectors.joining("\n"))
                + "\n\nSay which one, by the name of its field: @CleanStaleTypes(database = \"...\")";
    }

    String onNoSuchField(String name) {
        String have = holders.stream()
                .filter(MisuseAdvice::candidate)
                .map(Holder::toString)
                .collect(Collectors.joining(", "));
        return "database = \"" + name + "\": there is no field of this name in " + testClass.getSimpleName()
                + " and what it extends, implements and is nested in; there is "
                + (have.isEmpty() ? "no DataSource or JdbcDatabaseContainer at all" : have);
    }

    static String onInstanceField(Holder holder) {
        return holder + " is not static, and there is no instance yet; write    static " + holder.declaration()
                + " = ...;";
    }

    static String onNull(Holder holder) {
        return holder + " is " + WHEN_NULL;
    }

    static String onWrongType(Holder holder, Object value) {
        return holder + " holds a " + value.getClass().getName() + ", not a DataSource or a JdbcDatabaseContainer";
    }
}

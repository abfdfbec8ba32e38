package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds the database of one test class, in the order that {@link CleanStaleTypes} tells. */
final class Lookup {

    static final String DATABASE_URL = "database-url";
    static final String ENVIRONMENT = "environment";

    private static final String NO_ENVIRONMENT = ExtensionParameters.PREFIX + ENVIRONMENT
            + "=true, and the environment names no database: set DATABASE_URL, or PGHOST with PGDATABASE and PGUSER";

    private final ExtensionContext context;
    private final List<Holder> holders;

    Lookup(ExtensionContext context) {
        this.context = context;
        this.holders = Holder.of(context.getRequiredTestClass());
    }

    /**
     * The database, for a class that needs one.
     *
     * @param field the name of the field that holds it, or empty
     * @throws Misuse if there is none, or several
     */
    Database database(String field) {
        if (!field.isEmpty()) {
            return named(field);
        }
        List<Database> found = databases();
        return switch (found.size()) {
            case 0 -> throw new Misuse(new MisuseAdvice(context.getRequiredTestClass(), holders).onNone());
            case 1 -> found.get(0);
            default -> throw new Misuse(MisuseAdvice.onSeveral(found));
        };
    }

    /** The database; empty if there is none, or several, or it is no PostgreSQL that answers; for a class that asked for nothing. */
    Optional<Database> databaseIfClear() {
        List<Database> found = databases();
        return found.size() == 1
                ? Optional.of(found.get(0)).filter(database -> database.place().isPresent())
                : Optional.empty();
    }

    private List<Database> databases() {
        List<Database> provided = provided();
        if (!provided.isEmpty()) {
            return provided;
        }
        List<Database> held = DistinctDatabases.of(containers());
        if (held.isEmpty()) {
            held = DistinctDatabases.of(dataSources());
        }
        return held.isEmpty() ? configured() : held;
    }

    private Database named(String name) {
        Holder holder = holders.stream()
                .filter(candidate -> candidate.field().getName().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Misuse(new MisuseAdvice(context.getRequiredTestClass(), holders).onNoSuchField(name)));
        if (!holder.isStatic()) {
            throw new Misuse(MisuseAdvice.onInstanceField(holder));
        }
        Object value = holder.value();
        if (value == null) {
            throw new Misuse(MisuseAdvice.onNull(holder));
        }
        return of(holder, value).orElseThrow(() -> new Misuse(MisuseAdvice.onWrongType(holder, value)));
    }

    private static Optional<Database> of(Holder holder, @Nullable Object value) {
        if (Containers.isOne(value)) {
            return Optional.of(new Database(holder.toString(), Containers.database(Objects.requireNonNull(value))));
        }
        return value instanceof DataSource dataSource
                ? Optional.of(new Database(holder.toString(), dataSource))
                : Optional.empty();
    }

    private List<Database> provided() {
        List<Database> provided = new ArrayList<>();
        for (DatabaseProvider provider : ServiceLoader.load(
                DatabaseProvider.class, context.getRequiredTestClass().getClassLoader())) {
            provider.databaseFor(context)
                    .ifPresent(dataSource -> provided.add(
                            new Database("provider " + provider.getClass().getName(), dataSource)));
        }
        return provided;
    }

    private List<Database> containers() {
        return Containers.type().stream()
                .flatMap(type -> values(type).stream())
                .filter(held -> Containers.ofPostgres(held.value()))
                .flatMap(held -> of(held.holder(), held.value()).stream())
                .toList();
    }

    private List<Database> dataSources() {
        return values(DataSource.class).stream()
                .flatMap(held -> of(held.holder(), held.value()).stream())
                .toList();
    }

    private record Held(Holder holder, Object value) {}

    private List<Held> values(Class<?> type) {
        List<Held> values = new ArrayList<>();
        for (Holder holder : holders) {
            Object value = holder.isStatic() && holder.isDeclaredAs(type) ? holder.value() : null;
            if (value != null) {
                values.add(new Held(holder, value));
            }
        }
        return values;
    }

    private List<Database> configured() {
        ExtensionParameters parameters = new ExtensionParameters(context);
        Optional<String> url = parameters.text(DATABASE_URL);
        boolean environment = parameters.flag(ENVIRONMENT);
        try {
            if (url.isPresent()) {
                String where = "configuration parameter " + ExtensionParameters.PREFIX + DATABASE_URL;
                return List.of(
                        new Database(where, JdbcUrls.dataSource(ExtensionParameters.PREFIX + DATABASE_URL, url.get())));
            }
            if (environment) {
                ConnectionSettings settings = ConnectionSettings.resolveIfSet(null, Environment.system())
                        .orElseThrow(() -> new Misuse(NO_ENVIRONMENT));
                return List.of(new Database(settings.describe(), settings.dataSource()));
            }
            return List.of();
        } catch (SettingsException e) {
            throw new Misuse(Objects.requireNonNull(e.getMessage()), e);
        }
    }
}

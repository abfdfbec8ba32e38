package io.github.cleanstaletypes.race;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/** Real connections that let a {@link Tap} act before each of their round trips; they change nothing that is sent. */
public final class Tapped {

    private static final Set<String> TRIPS_OF_A_CONNECTION = Set.of("commit", "rollback", "setSavepoint");
    private static final int LONGEST = 100;

    private final Tap tap;
    private final int longest;
    private final AtomicInteger trips = new AtomicInteger();

    private Tapped(Tap tap, int longest) {
        this.tap = tap;
        this.longest = longest;
    }

    /** Connects where the target does; each connection counts its own round trips. */
    public static DataSource dataSource(DataSource target, Tap tap) {
        return dataSource(target, tap, LONGEST);
    }

    /** Likewise, and tells statements up to this length. */
    public static DataSource dataSource(DataSource target, Tap tap, int longest) {
        return wrap(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(target, method, arguments);
            return result instanceof Connection connection ? new Tapped(tap, longest).connection(connection) : result;
        });
    }

    /** The round trips that some work makes on connections of this data source, in one line each. */
    public static List<String> tripsOf(DataSource target, Work work) throws Exception {
        List<String> trips = new ArrayList<>();
        work.run(dataSource(target, (number, statement) -> trips.add(statement)));
        return trips;
    }

    /** Something that is done with a data source. */
    @FunctionalInterface
    public interface Work {
        void run(DataSource dataSource) throws Exception;
    }

    private Connection connection(Connection target) {
        return wrap(Connection.class, (proxy, method, arguments) -> {
            if (TRIPS_OF_A_CONNECTION.contains(method.getName()) && inTransaction(target)) {
                trip(method.getName() + (arguments == null ? "" : " to savepoint"));
            }
            Object result = call(target, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return statement(PreparedStatement.class, statement, (String) arguments[0]);
            }
            return result instanceof Statement statement ? statement(Statement.class, statement, "") : result;
        });
    }

    /** Outside a transaction pgjdbc has nothing to send for these. */
    private static boolean inTransaction(Connection target) throws SQLException {
        return target.unwrap(PgConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    private <S extends Statement> S statement(Class<S> type, S target, String prepared) {
        return wrap(type, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                trip(arguments == null ? prepared : (String) arguments[0]);
            }
            return call(target, method, arguments);
        });
    }

    private void trip(String statement) throws Exception {
        String line = statement
                .replaceAll("/\\*.*?\\*/ ", "")
                .replaceAll("(?m)^--.*$", "")
                .replaceAll("\\s+", " ")
                .strip();
        tap.before(trips.incrementAndGet(), line.length() > longest ? line.substring(0, longest) + "…" : line);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T wrap(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Tapped.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

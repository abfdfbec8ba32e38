package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Takes down which rows of the catalogs each statement reads by which scan, as it is run: the module {@code auto_explain} tells the client
 * its plan as a notice. Not thread-safe.
 */
final class ExplainedStatements {

    private static final Pattern NAME = Pattern.compile("/\\* clean-stale-types:(\\w+) \\*/");
    private static final Pattern SCAN = Pattern.compile("(?:->  |^\\s*)(?:Parallel )?"
            + "((Seq Scan|Index Scan|Index Only Scan|Bitmap Index Scan|Bitmap Heap Scan)(?: Backward)?(?: using (\\w+))? on (\\w+))"
            + "[^\\n]*(?:\\n\\s+(Index Cond))?");

    private final TestDatabase database;
    private final Map<String, Set<String>> facts = new TreeMap<>();

    /** @param database its sessions from now on tell their plans */
    ExplainedStatements(TestDatabase database) {
        this.database = database;
        database.execute(
                "ALTER DATABASE " + database.name() + " SET session_preload_libraries = 'auto_explain'",
                "ALTER DATABASE " + database.name() + " SET auto_explain.log_min_duration = 0",
                "ALTER DATABASE " + database.name() + " SET auto_explain.log_level = 'notice'");
    }

    /** Connects to the database. */
    DataSource dataSource() {
        DataSource target = database.dataSource();
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connection(target.getConnection()));
    }

    /** What was read by each statement until now, and how; and from now on afresh. */
    Map<String, Set<String>> taken() {
        Map<String, Set<String>> taken = new TreeMap<>(facts);
        facts.clear();
        return taken;
    }

    private Connection connection(Connection target) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof PreparedStatement statement ? statement(statement) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private PreparedStatement statement(PreparedStatement target) {
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(target, arguments);
                        if (method.getName().startsWith("execute")) {
                            takeDown(target);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void takeDown(PreparedStatement statement) throws SQLException {
        for (SQLWarning notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
            Matcher name = NAME.matcher(String.valueOf(notice.getMessage()));
            if (name.find()) {
                Set<String> scans = facts.computeIfAbsent(name.group(1), n -> new TreeSet<>());
                SCAN.matcher(notice.getMessage())
                        .results()
                        .forEach(scan -> scans.add(fact(scan.group(1), scan.group(5))));
            }
        }
    }

    private static String fact(String scan, String condition) {
        return scan.startsWith("Index") && condition == null ? scan + ", from end to end" : scan;
    }
}

package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.catalog.Databases;
import io.github.cleanstaletypes.internal.sql.RawText;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Coverage;
import io.github.cleanstaletypes.report.DatabaseReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Every database of a server that takes connections, templates left out.
 *
 * <p>Immutable, can be shared between threads if the connector can.
 */
public final class EachDatabase {

    /** Connects to one database of the server, by its name. */
    @FunctionalInterface
    public interface Connector {
        Connection connect(String database) throws SQLException;
    }

    /** What is done in each database; by several threads at a time. */
    @FunctionalInterface
    public interface Work {
        CleanupReport in(String database, Cleaner types);
    }

    /** More bring nothing on two processors: the looks at 200 databases took less than half of the time with four, and as long with six. */
    private static final int AT_ONCE = 4;

    private final Databases databases;
    private final Connector connector;

    private EachDatabase(Databases databases, Connector connector) {
        this.databases = databases;
        this.connector = connector;
    }

    /**
     * Asks the server which databases it has.
     *
     * @param any a connection to one of them; it is not needed any more afterwards, and while it is open it counts there as a session
     *     that may be about to use a type
     * @param connector is asked for a connection to each, which is closed after the run there; by several threads at a time
     */
    public static EachDatabase of(Connection any, Connector connector) throws SQLException {
        return new EachDatabase(Databases.read(any), connector);
    }

    /** The names of the databases, in alphabetical order. */
    public List<String> names() {
        return databases.open();
    }

    /**
     * Does this in each database, in a few at a time, and goes on past one where that fails.
     *
     * @return a report for each database, in the order of their names
     */
    public List<DatabaseReport> each(Work work) {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce());
        try {
            List<Future<DatabaseReport>> running = names().stream()
                    .map(name -> workers.submit(() -> report(name, work)))
                    .toList();
            List<DatabaseReport> reports = new ArrayList<>();
            for (Future<DatabaseReport> report : running) {
                // each has its limits, for its connection and for each answer
                reports.add(report.get());
            }
            return unjudgedEverywhere(reports);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailedException("interrupted");
        } catch (ExecutionException e) {
            // not of that database, but of this program
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    /** A server has other guests: of what is free they keep half, and a session that has ended still counts for a moment. */
    public int atOnce() {
        long fit = Math.min(databases.freeSessions() / 2, names().size());
        return Math.toIntExact(Math.max(1, Math.min(AT_ONCE, fit)));
    }

    /** A schema is in one database and not in the others: a claimed name is unjudged only if it is so in each of them. */
    private static List<DatabaseReport> unjudgedEverywhere(List<DatabaseReport> reports) {
        List<List<String>> each = reports.stream()
                .filter(report -> report.failure() == null)
                .map(report -> report.report().coverage().unjudgedNames())
                .toList();
        return reports.stream()
                .map(report -> new DatabaseReport(
                        withUnjudgedNames(
                                report.report(),
                                report.report().coverage().unjudgedNames().stream()
                                        .filter(name -> each.stream().allMatch(names -> names.contains(name)))
                                        .toList()),
                        report.failure()))
                .toList();
    }

    private static CleanupReport withUnjudgedNames(CleanupReport report, List<String> names) {
        Coverage old = report.coverage();
        return new CleanupReport(
                report.database(),
                report.serverVersion(),
                report.results(),
                report.probes(),
                report.notLookedAt(),
                new Coverage(
                        old.look(),
                        old.unjudged(),
                        old.unjudgedTypes(),
                        names,
                        old.unjudgedMigrations(),
                        old.unreadParts(),
                        old.strict()));
    }

    private DatabaseReport report(String name, Work work) {
        if (!RawText.exact(name)) {
            return new DatabaseReport(
                    new CleanupReport(RawText.shown(name), "", List.of(), List.of(), List.of()),
                    "its name is no text in the encoding of the database that was asked: connect to it by itself");
        }
        try {
            CleanupReport report = work.in(name, new Cleaner(BorrowedConnection.from(() -> connector.connect(name))));
            return new DatabaseReport(amongAll(report), null);
        } catch (RunFailedException e) {
            return new DatabaseReport(
                    new CleanupReport(name, e.serverVersion(), e.done(), List.of(), List.of()),
                    String.valueOf(e.getMessage()));
        }
    }

    /** Of one of all databases it is no longer true that others were not looked at, only that closed ones were not. */
    private CleanupReport amongAll(CleanupReport report) {
        Stream<String> closed =
                databases.closed().stream().map(name -> "the database " + name + ": it takes no connections");
        List<String> notLookedAt = Stream.concat(
                        report.notLookedAt().stream().filter(sentence -> !sentence.equals(NotLookedAt.OTHER_DATABASES)),
                        closed)
                .toList();
        return new CleanupReport(
                report.database(),
                report.serverVersion(),
                report.results(),
                report.probes(),
                notLookedAt,
                report.coverage());
    }
}

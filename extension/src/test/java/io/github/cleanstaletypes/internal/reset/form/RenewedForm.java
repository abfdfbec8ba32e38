package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A new database beside a given one, made by one role and dropped when closed.
 *
 * @param before the form of the given one
 * @param refusals what was told beforehand
 * @param after the form of the new one, as the same role reads it
 * @param oldRows the catalogs' rows of the given one
 * @param newRows those of the new one
 */
record RenewedForm(
        DatabaseForm before,
        List<FormRefusal> refusals,
        DatabaseForm after,
        List<String> oldRows,
        List<String> newRows) {

    /** Makes it, looks at it, and drops it. */
    static RenewedForm of(TestDatabase database, String user) throws SQLException {
        return of(database.server(), database.name(), user);
    }

    /** The same of a database that is none of a test alone. */
    static RenewedForm of(PostgresServer server, String name, String user) throws SQLException {
        return of(server, "postgres", name, user);
    }

    /** The same from another database than the usual one. */
    static RenewedForm of(PostgresServer server, String from, String name, String user) throws SQLException {
        String newName = "new \"of\" it's %I " + name.length() + "é";
        try (Connection maintenance = connect(server, from, user);
                Connection superuser = connect(server, "postgres", PostgresServer.SUPERUSER)) {
            DatabaseForm before;
            List<String> oldRows;
            try (Connection inOld = connect(server, name, user);
                    Connection look = connect(server, name, PostgresServer.SUPERUSER)) {
                before = FormReader.read(maintenance, inOld, name);
                oldRows = FormRows.of(superuser, look, name);
            }
            try {
                FormCopy.create(maintenance, newName, before);
                try (Connection inNew = connect(server, newName, user)) {
                    FormCopy.fill(inNew, before);
                }
                FormCopy.settle(maintenance, newName, before);
                try (Connection inNew = connect(server, newName, user);
                        Connection look = connect(server, newName, PostgresServer.SUPERUSER)) {
                    return new RenewedForm(
                            before,
                            FormRefusals.of(before),
                            FormReader.read(maintenance, inNew, newName),
                            oldRows,
                            FormRows.of(superuser, look, newName));
                }
            } finally {
                drop(superuser, newName);
            }
        }
    }

    /** What differs though it could have been carried over. */
    List<String> differences() {
        return FormDifference.between(before, after);
    }

    private static void drop(Connection superuser, String name) throws SQLException {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        try (var statement = superuser.createStatement()) {
            statement.execute(
                    "UPDATE pg_database SET datistemplate = false WHERE datname = '" + name.replace("'", "''") + "'");
            statement.execute("DROP DATABASE IF EXISTS " + quoted + " WITH (FORCE)");
        }
    }

    static Connection connect(PostgresServer server, String database, String user) throws SQLException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {server.port()});
        dataSource.setDatabaseName(database);
        dataSource.setUser(user);
        return dataSource.getConnection();
    }
}

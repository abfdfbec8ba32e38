package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.MigrationGuard;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A program that migrates one database for each line of its input, {@code HOW URL}, and answers each in a line. Its migration looks whether
 * it has been done, and does it if not, as those do that nobody else is meant to meet.
 */
final class MigratingJvm {

    static final String ANSWER = "answer: ";
    static final String OK = ANSWER + "ok";

    /** What keeps others away. */
    enum How {
        EXCLUSIVE_CLASS,
        GUARD
    }

    private static final PGSimpleDataSource CURRENT = new PGSimpleDataSource();

    private MigratingJvm() {}

    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            CURRENT.setUrl(words[1]);
            System.out.println(answer(How.valueOf(words[0])));
        }
    }

    private static String answer(How how) {
        try {
            switch (how) {
                case EXCLUSIVE_CLASS -> Suite.of(Exclusive.class).run().succeeded();
                case GUARD ->
                    MigrationGuard.in(CURRENT).claiming("accounts_user").call(() -> {
                        migrate();
                        return null;
                    });
            }
            return OK;
        } catch (Exception | AssertionError e) {
            return ANSWER + e.toString().replace('\n', ' ') + " " + e.getCause();
        }
    }

    @CleanStaleTypes(value = "accounts_user", migrations = "none", exclusive = true)
    static class Exclusive {
        static final DataSource dataSource = CURRENT;

        @BeforeAll
        static void migrateFirst() throws SQLException {
            migrate();
        }

        @Test
        void finds_what_was_migrated() throws SQLException {
            Assertions.assertEquals("1", text("SELECT count(*) FROM accounts_user"));
        }
    }

    private static void migrate() throws SQLException {
        if (text("SELECT to_regclass('accounts_user')") != null) {
            return;
        }
        // it takes its time: whoever is not kept away meets it
        text("SELECT pg_sleep(0.3)");
        try (Connection connection = CURRENT.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TYPE mood AS ENUM ('sad', 'happy')");
            statement.execute("CREATE TABLE accounts_user (feels mood)");
            statement.execute("INSERT INTO accounts_user VALUES ('happy')");
        }
    }

    private static String text(String query) throws SQLException {
        try (Connection connection = CURRENT.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

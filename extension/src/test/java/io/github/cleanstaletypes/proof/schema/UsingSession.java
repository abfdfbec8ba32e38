package io.github.cleanstaletypes.proof.schema;

import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A session that uses types at random moments, each in a transaction of its own, while others are at work. */
final class UsingSession {

    private static final String GONE = "42704";

    /**
     * What it has made.
     *
     * @param type what that uses
     * @param works a statement that succeeds while it is whole
     */
    record Use(MadeType type, String works) {}

    private record Kind(String create, String works) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("CREATE TABLE public.%1$s (c %2$s)", "SELECT c FROM public.%1$s"),
            new Kind("CREATE TABLE public.%1$s (x int, c %2$s[])", "SELECT c FROM public.%1$s"),
            new Kind(
                    "CREATE FUNCTION public.%1$s(a %2$s[] DEFAULT NULL) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "SELECT public.%1$s()"),
            new Kind("CREATE VIEW public.%1$s AS SELECT NULL::%2$s[] AS c", "SELECT c FROM public.%1$s"));

    private final TestDatabase database;
    private final Random random;
    private final List<MadeType> types;
    private final List<Use> made = new ArrayList<>();
    private int times;

    UsingSession(TestDatabase database, Random random, List<MadeType> types) {
        this.database = database;
        this.random = random;
        this.types = types;
    }

    /** Uses some of the types, and ends. */
    List<Use> run() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setEscapeProcessing(false);
            statement.execute("SET client_min_messages = error");
            connection.commit();
            for (int i = 4 + random.nextInt(20); i > 0 && !types.isEmpty(); i--) {
                use(connection, statement, types.get(random.nextInt(types.size())));
            }
        }
        return made;
    }

    private void use(Connection connection, Statement statement, MadeType type) throws SQLException {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        String name = "other_" + times++;
        pause();
        try {
            statement.execute(kind.create().formatted(name, type.sql()));
        } catch (SQLException e) {
            connection.rollback();
            if (GONE.equals(e.getSQLState())) {
                return;
            }
            throw e;
        }
        pause();
        if (random.nextInt(4) == 0) {
            connection.rollback();
        } else {
            connection.commit();
            made.add(new Use(type, kind.works().formatted(name)));
        }
    }

    /** Only what moves the moments against each other: nothing is waited for. */
    private void pause() {
        LockSupport.parkNanos(random.nextInt(4_000_000));
    }
}

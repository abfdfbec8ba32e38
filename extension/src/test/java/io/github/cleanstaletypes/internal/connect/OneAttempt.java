package io.github.cleanstaletypes.internal.connect;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** A process that tries to connect once and prints what the driver says and what we make of it. */
final class OneAttempt {

    private OneAttempt() {}

    public static void main(String[] arguments) {
        ConnectionSettings settings = ConnectionSettings.resolve(arguments[0], name -> null);
        try {
            settings.dataSource().getConnection().close();
        } catch (SQLException e) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.print(e.getMessage() + " -> " + ConnectionFailure.of(e).summary());
        }
    }
}

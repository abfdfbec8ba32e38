package io.github.cleanstaletypes.internal.sql;

import java.sql.SQLException;

/** An error of the server or the driver in one line. Stateless. */
public final class ErrorLine {

    private ErrorLine() {}

    /** The first line of its message, with its SQLSTATE in parentheses if it has one. */
    public static String of(SQLException e) {
        String message = !(e instanceof NoAnswerException) && NoAnswerException.isMeantBy(e)
                ? "the server has not answered in time"
                : firstLine(e);
        return e.getSQLState() == null ? message : message + " (" + e.getSQLState() + ")";
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}

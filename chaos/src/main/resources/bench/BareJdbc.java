import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks the database of DATABASE_URL one question: no program costs much less that asks by JDBC. */
public final class BareJdbc {

    private BareJdbc() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(System.getenv("DATABASE_URL"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pg_catalog.count(*) FROM pg_catalog.pg_type WHERE typname = 'accounts_user'")) {
            row.next();
            System.out.println(row.getLong(1) + " of this name");
        }
    }
}

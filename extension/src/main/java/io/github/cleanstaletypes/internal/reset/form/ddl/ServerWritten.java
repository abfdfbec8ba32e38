package io.github.cleanstaletypes.internal.reset.form.ddl;

import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A statement in the making: what is written in it by us, and the names and texts, which the server quotes. No name can end what it is
 * quoted in, since the server itself decides what that takes. Not thread-safe.
 */
public final class ServerWritten {

    private static final SqlResource FORMAT = SqlResource.named(ServerWritten.class, "format.sql");

    private final String name;
    private final StringBuilder template = new StringBuilder();
    private final List<String> names = new ArrayList<>();

    /**
     * Begins a statement.
     *
     * @param name what it is called in the server's log
     */
    public ServerWritten(String name) {
        this.name = name;
    }

    /** Adds words of ours; there is no percent sign in them. */
    public ServerWritten words(String words) {
        template.append(words);
        return this;
    }

    /** Adds an identifier. */
    public ServerWritten name(String identifier) {
        return quoted("%I", identifier);
    }

    /** Adds a literal. */
    public ServerWritten text(String literal) {
        return quoted("%L", literal);
    }

    private ServerWritten quoted(String place, String value) {
        template.append(place);
        names.add(value);
        return this;
    }

    /** What the server makes of it. */
    public String written(Connection connection) throws SQLException {
        return Objects.requireNonNull(
                SqlBatch.text(connection, FORMAT, Map.of("template", template.toString(), "names", names)));
    }

    /** Has the server write it, and runs it. */
    public void run(Connection connection) throws SQLException {
        execute(connection, written(connection));
    }

    /** Runs what the server has written. */
    public void execute(Connection connection, String written) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SqlResource.named(name, written));
        }
    }
}

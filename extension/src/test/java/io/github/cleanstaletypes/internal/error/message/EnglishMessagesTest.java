package io.github.cleanstaletypes.internal.error.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;

/** The English texts are those of each version's server. */
class EnglishMessagesTest {

    /** A schema can be in a publication from 15 on; the other is of servers that are not PostgreSQL. */
    private static final Set<ServerMessage> NOT_IN_14 =
            EnumSet.of(ServerMessage.SCHEMA_IN_PUBLICATION, ServerMessage.TYPE_SKIPPED);

    @EachServer
    void the_program_of_the_server_has_each_text(PostgresServer server) throws SQLException, IOException {
        String program = Files.readString(program(server), StandardCharsets.ISO_8859_1);
        Set<ServerMessage> missing = EnumSet.noneOf(ServerMessage.class);
        for (ServerMessage message : ServerMessage.values()) {
            // a text that ends another one is not kept twice, so only its end is sure
            if (!program.contains(message.english() + "\0")) {
                missing.add(message);
            }
        }
        assertThat(missing)
                .isEqualTo(server.version().startsWith("14.") ? NOT_IN_14 : EnumSet.of(ServerMessage.TYPE_SKIPPED));
    }

    private static Path program(PostgresServer server) throws SQLException {
        try (Connection connection = server.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT setting FROM pg_config WHERE name = 'BINDIR'")) {
            row.next();
            return Path.of(row.getString(1), "postgres");
        }
    }
}

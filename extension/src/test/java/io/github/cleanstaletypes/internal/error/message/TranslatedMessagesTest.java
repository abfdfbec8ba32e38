package io.github.cleanstaletypes.internal.error.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cleanstaletypes.testing.MemoryDirectory;
import io.github.cleanstaletypes.testing.TranslatedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;

/** What a server really says in each of its languages is understood. */
class TranslatedMessagesTest {

    private static final String[] LANGUAGES = {
        "de_DE", "es_ES", "fr_FR", "it_IT", "ja_JP", "ka_GE", "ko_KR", "ru_RU", "sv_SE", "uk_UA", "zh_CN"
    };

    @TempDir(factory = MemoryDirectory.class)
    private static Path directory;

    private static TranslatedServer server;

    @BeforeAll
    static void start() {
        assumeTrue(
                TranslatedServer.speaks(LANGUAGES),
                "no PostgreSQL in /usr/lib/postgresql with messages in eleven languages, and sources of their locales, or no user to be");
        server = TranslatedServer.start(directory, LANGUAGES);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    static Stream<String> languages() {
        return Stream.of(LANGUAGES);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void what_a_server_says_is_understood(String language) throws SQLException {
        try (Connection connection = server.dataSource(language).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET allow_system_table_mods = on");
            statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
            statement.execute("CREATE TYPE \"My \"\"mood\"\"\" AS ENUM ()");
            statement.execute("CREATE TABLE \"größer als\" (c \"My \"\"mood\"\"\")");

            told(language, statement, "CREATE TYPE \"My \"\"mood\"\"\" AS ENUM ()")
                    .isEqualTo("TYPE_EXISTS[My \"mood\"] 42710");
            told(language, statement, "CREATE TABLE \"größer als\" ()").isEqualTo("RELATION_EXISTS[größer als] 42P07");
            told(language, statement, "INSERT INTO pg_namespace (oid, nspname, nspowner) VALUES (99999, 'public', 10)")
                    .isEqualTo("DUPLICATE_KEY[pg_namespace_nspname_index] 23505");

            statement.execute("CREATE TABLE IF NOT EXISTS \"größer als\" ()");
            String notice = Objects.requireNonNull(statement.getWarnings()).getMessage();
            assertThat(ServerMessages.in(notice).get(0).message()).isEqualTo(ServerMessage.RELATION_SKIPPED);
        }
    }

    private static AbstractStringAssert<?> told(String language, Statement statement, String sql) {
        PSQLException failure = catchThrowableOfType(PSQLException.class, () -> statement.execute(sql));
        String line = failure.getMessage().lines().findFirst().orElseThrow();
        List<Match> matches = ServerMessages.in(line);
        assertThat(matches).as(line).hasSize(1);
        Match match = matches.get(0);
        assertThat(language).startsWith(match.language());
        assertThat(ServerMessages.severity(line.substring(0, line.indexOf(':'))))
                .contains(Severity.ERROR);
        assertThat(match.message().sqlState()).isEqualTo(failure.getSQLState());
        return assertThat("%s%s %s".formatted(match.message(), match.arguments(), failure.getSQLState()));
    }
}

package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.testing.MemoryDirectory;
import io.github.cleanstaletypes.testing.TranslatedServer;
import io.github.cleanstaletypes.testing.Wait;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server says in another language is understood as well, from the exception and from what psql prints. */
class OtherLanguageTest {

    private static final String[] LANGUAGES = {"de_DE", "ru_RU"};

    @TempDir(factory = MemoryDirectory.class)
    private static Path directory;

    private static TranslatedServer server;

    @BeforeAll
    static void start() {
        assumeTrue(
                TranslatedServer.speaks(LANGUAGES),
                "no PostgreSQL in /usr/lib/postgresql with German and Russian messages, and sources of their locales, or no user to be");
        server = TranslatedServer.start(directory, LANGUAGES);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"de_DE, existiert bereits", "ru_RU, уже существует"})
    void a_type_that_is_in_the_way_is_found(String language, String words) throws SQLException {
        String name = "mood_" + language.substring(0, 2);
        String sql = "CREATE TYPE " + name + " AS ENUM ()";
        try (Connection connection = server.dataSource(language).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            SQLException failure = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
            assertThat(failure.getMessage()).contains(words);
            String printed = server.psql(language, "verbose", sql);
            assertThat(printed).contains(words);

            for (Explanation explanation : explanations(language, failure, printed)) {
                assertThat(explanation.cause()).isEqualTo("UNUSED_TYPE");
                assertThat(explanation.sqlState()).isEqualTo("42710");
                assertThat(explanation.healable()).containsExactly("public." + name);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"de_DE, doppelter Schlüsselwert", "ru_RU, повторяющееся значение ключа"})
    void a_lost_race_is_known(String language, String words) throws Exception {
        String name = "race_" + language.substring(0, 2);
        String sql = "CREATE TABLE IF NOT EXISTS " + name + " (id int)";
        try (Connection winner = server.dataSource(language).getConnection();
                Statement winning = winner.createStatement();
                Connection loser = server.dataSource(language).getConnection();
                Statement losing = loser.createStatement()) {
            winner.setAutoCommit(false);
            winning.execute(sql);
            CompletableFuture<SQLException> failure = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(SQLException.class, () -> losing.execute(sql)));
            CompletableFuture<String> printed =
                    CompletableFuture.supplyAsync((Supplier<String>) () -> server.psql(language, "default", sql));
            Wait.until("both wait for the winner", () -> waiting(winning) == 2);
            winner.commit();
            assertThat(Wait.forResult("the loser", failure).getMessage()).contains(words);
            assertThat(Wait.forResult("psql", printed)).contains(words);

            for (Explanation explanation :
                    explanations(language, Wait.forResult("the loser", failure), Wait.forResult("psql", printed))) {
                assertThat(explanation.cause()).isEqualTo("TYPE_RACE");
                assertThat(explanation.constraint()).isEqualTo("pg_type_typname_nsp_index");
                assertThat(explanation.claims()).containsExactly("public." + name);
                assertThat(explanation.transientRace()).isTrue();
            }
        }
    }

    private static List<Explanation> explanations(String language, SQLException failure, String printed) {
        StaleTypes types = StaleTypes.in(server.dataSource(language));
        return List.of(
                types.explain(failure).orElseThrow(), types.explain(printed).orElseThrow());
    }

    private static int waiting(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
            row.next();
            return row.getInt(1);
        }
    }
}

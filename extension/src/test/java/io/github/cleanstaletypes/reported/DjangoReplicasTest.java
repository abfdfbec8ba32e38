package io.github.cleanstaletypes.reported;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Four replicas of one project of Django's ran its migrations at once on an empty database: one came through, and three printed what is read
 * here. Nothing stale is left by that, and nothing must be removed.
 */
class DjangoReplicasTest {

    private static TestDatabase database;

    /** As the winner has left it. */
    @BeforeAll
    static void migrated() {
        database = PostgresServer.of("18.6").createDatabase();
        database.execute(
                "CREATE TABLE django_migrations (id bigint, app text)",
                "INSERT INTO django_migrations VALUES (1, 'contenttypes')",
                "CREATE TABLE auth_permission (id int)",
                "CREATE TABLE django_session (session_key text)");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "django-history-race, TYPE_RACE, 23505, , true",
        "django-permission-race, TYPE_RACE, 23505, public.auth_permission, true",
        "django-table-of-the-winner, LEFTOVER_RELATION, 42P07, public.django_session, false"
    })
    void learn_which_table_the_winner_has_made(
            String file, String cause, String sqlState, @Nullable String table, boolean worthAnotherAttempt)
            throws IOException {
        Explanation explanation =
                StaleTypes.in(database.dataSource()).explain(text(file)).orElseThrow();

        assertThat(explanation.cause()).isEqualTo(cause);
        assertThat(explanation.sqlState()).isEqualTo(sqlState);
        assertThat(explanation.transientRace()).isEqualTo(worthAnotherAttempt);
        assertThat(explanation.healable()).isEmpty();
        assertThat(explanation.results())
                .extracting(result -> result.finding().subject().display())
                .containsExactlyElementsOf(table == null ? List.of() : List.of(table));
    }

    private static String text(String file) throws IOException {
        String resource = file + ".txt";
        try (InputStream in = DjangoReplicasTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

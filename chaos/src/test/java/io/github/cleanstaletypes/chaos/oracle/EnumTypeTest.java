package io.github.cleanstaletypes.chaos.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnumTypeTest {

    private static final String MOOD = "CREATE TYPE mood AS ENUM ('sad', 'glad')";

    @Test
    void is_the_same_when_it_was_made_the_same_way() {
        assertThat(madeBy(MOOD)).isEqualTo(madeBy(MOOD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TYPE mood RENAME VALUE 'sad' TO 'Sad'",
                "ALTER TYPE mood ADD VALUE 'mad' BEFORE 'glad'",
                "DROP TYPE mood; CREATE TYPE mood AS ENUM ('glad', 'sad')",
                "COMMENT ON TYPE mood IS 'how one feels'",
                "ALTER TYPE mood OWNER TO pg_monitor",
                "REVOKE ALL ON TYPE mood FROM public"
            })
    void is_another_after(String change) {
        assertThat(madeBy(MOOD, change)).isNotEqualTo(madeBy(MOOD));
    }

    private static EnumType madeBy(String... statements) {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute(statements);
            return EnumType.find("mood", database).orElseThrow();
        }
    }
}

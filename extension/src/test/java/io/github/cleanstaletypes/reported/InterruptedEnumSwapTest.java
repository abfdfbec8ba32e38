package io.github.cleanstaletypes.reported;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A migration that puts an enum in another one's place has stopped half-way: both statements that are told are run. */
class InterruptedEnumSwapTest {

    private static final String[] BEFORE = {
        "CREATE SCHEMA shop",
        "CREATE TYPE shop.state AS ENUM ('open', 'it''s done')",
        "CREATE TABLE shop.orders (id int, state shop.state NOT NULL DEFAULT 'it''s done', past shop.state[] DEFAULT '{open}')",
        "CREATE TABLE shop.\"Order Lines\" (\"State\" shop.state DEFAULT ('open'::shop.state))",
        "CREATE TABLE shop.events (day int, state shop.state DEFAULT 'open') PARTITION BY RANGE (day)",
        "CREATE TABLE shop.events_1 PARTITION OF shop.events FOR VALUES FROM (0) TO (10)",
        "INSERT INTO shop.orders VALUES (1, 'open', '{open,it''s done}')",
        "INSERT INTO shop.\"Order Lines\" VALUES ('open')",
        "INSERT INTO shop.events VALUES (1, 'open')"
    };

    private static final String NEW_LABELS = " AS ENUM ('open', 'it''s done', 'lost')";

    /** How far a tool has got, without a transaction around it, and what it says the next time. */
    private enum Stopped {
        TYPEORM_BEFORE_THE_COLUMNS(
                "state_old", "ALTER TYPE shop.state RENAME TO state_old", "CREATE TYPE shop.state" + NEW_LABELS),
        TYPEORM_BETWEEN_TWO_COLUMNS(
                "state_old",
                "ALTER TYPE shop.state RENAME TO state_old",
                "CREATE TYPE shop.state" + NEW_LABELS,
                "ALTER TABLE shop.orders ALTER state DROP DEFAULT",
                "ALTER TABLE shop.orders ALTER state TYPE shop.state USING state::text::shop.state",
                "ALTER TABLE shop.orders ALTER state SET DEFAULT 'it''s done'"),
        ALEMBIC(
                "state__old_version_to_be_dropped",
                "ALTER TYPE shop.state RENAME TO state__old_version_to_be_dropped",
                "CREATE TYPE shop.state" + NEW_LABELS),
        PRISMA_BEFORE_THE_COLUMNS("state_new", "CREATE TYPE shop.state_new" + NEW_LABELS),
        PRISMA_BEFORE_THE_RENAMING(
                "state_new",
                "CREATE TYPE shop.state_new" + NEW_LABELS,
                "ALTER TABLE shop.\"Order Lines\" ALTER \"State\" DROP DEFAULT",
                "ALTER TABLE shop.\"Order Lines\" ALTER \"State\" TYPE shop.state_new USING \"State\"::text::shop.state_new"),
        PRISMA_BETWEEN_THE_RENAMINGS(
                "state_new", "CREATE TYPE shop.state_new" + NEW_LABELS, "ALTER TYPE shop.state RENAME TO state_old");

        private final String named;
        private final List<String> statements;

        Stopped(String named, String... statements) {
            this.named = named;
            this.statements = List.of(statements);
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_told_with_statements_that_go_back_and_that_finish(Stopped stopped) {
        for (String way : List.of("to go back: ", "to finish: ")) {
            try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
                database.execute(BEFORE);
                stopped.statements.forEach(database::execute);
                Explanation explanation = new Reported(database)
                        .explained("QueryFailedError: type \"" + stopped.named + "\" already exists");

                assertThat(explanation.explanation()).contains("in the place of shop.state", "half-way");
                assertThat(explanation.remedy())
                        .startsWith("Let no migrator run. Go back")
                        .contains("lost", "Never DROP TYPE");
                assertThat(explanation.transientRace()).isFalse();
                database.execute(statements(explanation, way));

                assertThat(database.queryTexts("SELECT typname FROM pg_type WHERE typtype = 'e'"))
                        .containsExactly("state");
                assertThat(
                                database.queryTexts(
                                        "SELECT enumlabel FROM pg_enum WHERE enumtypid = 'shop.state'::regtype ORDER BY enumsortorder"))
                        .hasSize(way.contains("back") ? 2 : 3);
                database.execute("INSERT INTO shop.orders (id) VALUES (2)", "INSERT INTO shop.events VALUES (2)");
                assertThat(database.queryTexts(
                                "SELECT state || array_to_string(past, '+') FROM shop.orders ORDER BY id"))
                        .containsExactly("openopen+it's done", "it's doneopen");
                assertThat(database.queryTexts("SELECT state::text FROM shop.events ORDER BY day"))
                        .containsExactly("open", "open");
                assertThat(
                                database.queryTexts(
                                        "SELECT DISTINCT format_type(atttypid, -1) FROM pg_attribute WHERE attname ILIKE 'state' AND attrelid >= 16384"))
                        .containsExactly("shop.state");
            }
        }
    }

    /** What no ALTER TABLE carries over has to be seen to first, and that is said. */
    @Test
    void is_told_with_what_else_uses_the_enums() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute(BEFORE);
            database.execute(
                    "CREATE VIEW shop.open_orders AS SELECT id, state FROM shop.orders WHERE state = 'open'",
                    "CREATE FUNCTION shop.is_open(shop.state) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
                    "ALTER TYPE shop.state RENAME TO state_old",
                    "CREATE TYPE shop.state" + NEW_LABELS);
            Explanation explanation = new Reported(database)
                    .explained("ERROR: cannot drop type shop.state_old because other objects depend on it");

            assertThat(explanation.cause()).isEqualTo("DEPENDENT_OBJECTS");
            assertThat(explanation.evidence())
                    .contains(
                            "shop.state_old is used by view shop.open_orders",
                            "shop.state_old is used by function shop.is_open(shop.state_old)")
                    .anyMatch(line -> line.startsWith(
                            "enum shop.state_old (open, it's done): column \"State\" of shop.\"Order Lines\""));
            assertThat(explanation.remedy()).contains("has to be dropped first, and recreated afterwards");
        }
    }

    /** Two enums that share no label are no versions of one. */
    @Test
    void is_not_seen_in_two_enums_that_have_nothing_in_common() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute("CREATE TYPE wine AS ENUM ('red')", "CREATE TYPE wine_new AS ENUM ('2025')");
            Explanation explanation = new Reported(database).explained("ERROR: type \"wine_new\" already exists");
            assertThat(explanation.cause()).isEqualTo("UNUSED_TYPE");
            assertThat(explanation.remedy()).contains("claiming(\"public.wine_new\").clean()");
        }
    }

    private static String statements(Explanation explanation, String way) {
        String line = explanation.evidence().stream()
                .filter(text -> text.startsWith(way))
                .findFirst()
                .orElseThrow();
        return line.substring(way.length());
    }
}

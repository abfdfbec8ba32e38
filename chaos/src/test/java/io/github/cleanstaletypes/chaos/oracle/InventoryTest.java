package io.github.cleanstaletypes.chaos.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTest {

    private static final String CHANGED_ROWS = "changed: rows of public.t was 102 rows ";

    private TestDatabase test;
    private Database database;
    private Inventory before;

    @BeforeEach
    void fill() {
        test = PostgresServer.of("18.6").createDatabase();
        database = Database.of(test);
        database.execute(
                "CREATE TYPE mood AS ENUM ('sad', 'glad')",
                "CREATE TABLE t (id int, t text, m mood)",
                "INSERT INTO t SELECT n, 'row ' || n, 'glad' FROM generate_series(1, 100) AS n",
                "INSERT INTO t VALUES (NULL, NULL, NULL), (7, 'row 7', 'glad')");
        before = Inventory.of(database);
    }

    @AfterEach
    void drop() {
        test.close();
    }

    @Test
    void sees_no_difference_where_rows_only_moved() {
        database.execute("UPDATE t SET id = id WHERE id > 50", "VACUUM FULL t");
        assertThat(differences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM t WHERE id = 42",
                "UPDATE t SET m = 'sad' WHERE id = 42",
                "UPDATE t SET t = '' WHERE id IS NULL",
                "DELETE FROM t WHERE ctid = (SELECT min(ctid) FROM t WHERE id = 7); INSERT INTO t VALUES (8, 'row 8', 'glad')"
            })
    void sees_that_rows_are_others_after(String change) {
        database.execute(change);
        assertThat(differences()).singleElement().asString().startsWith(CHANGED_ROWS);
    }

    @Test
    void sees_what_a_cascade_took() {
        database.execute("DROP TYPE mood CASCADE");
        assertThat(differences())
                .contains("lost: column public.t.m", "lost: type public.mood", "lost: type public._mood")
                .anyMatch(difference -> difference.startsWith(CHANGED_ROWS));
    }

    @Test
    void sees_a_changed_type_of_a_column_that_prints_alike() {
        database.execute("ALTER TABLE t ALTER COLUMN id TYPE bigint");
        assertThat(differences())
                .singleElement()
                .asString()
                .startsWith("changed: column public.t.id was 1 integer")
                .contains(" and is 1 bigint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TYPE mood RENAME VALUE 'sad' TO 'Sad'",
                "ALTER TYPE mood ADD VALUE 'mad' BEFORE 'glad'",
                "COMMENT ON TYPE mood IS 'how one feels'",
                "ALTER TYPE mood OWNER TO pg_monitor",
                "REVOKE ALL ON TYPE mood FROM public"
            })
    void sees_that_an_enum_is_another_after(String change) {
        database.execute(change);
        assertThat(differences()).anyMatch(difference -> difference.startsWith("changed: type public.mood was e "));
    }

    @Test
    void an_enum_that_was_made_again_the_same_way_is_the_same() {
        database.execute("CREATE TYPE level AS ENUM ('a', 'b')");
        before = Inventory.of(database);
        database.execute("DROP TYPE level", "CREATE TYPE level AS ENUM ('a', 'b')");
        assertThat(differences()).isEmpty();
        database.execute("DROP TYPE level", "CREATE TYPE level AS ENUM ('b', 'a')");
        assertThat(differences()).singleElement().asString().startsWith("changed: type public.level");
    }

    @Test
    void what_may_differ_and_what_is_somebody_else_s_is_left_out() {
        database.execute("DELETE FROM t", "DROP TYPE mood CASCADE");
        Inventory after = Inventory.of(database);
        assertThat(after.differencesFrom(before, Set.of("public.t", "public.mood")))
                .isEmpty();
        assertThat(after.ownedBy("public.t").differencesFrom(before.ownedBy("public.t")))
                .contains("lost: column public.t.m")
                .noneMatch(difference -> difference.contains("public.mood"));
    }

    private List<String> differences() {
        return Inventory.of(database).differencesFrom(before);
    }
}

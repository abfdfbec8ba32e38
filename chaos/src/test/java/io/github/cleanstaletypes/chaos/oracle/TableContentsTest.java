package io.github.cleanstaletypes.chaos.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableContentsTest {

    private TestDatabase database;
    private TableContents before;

    @BeforeEach
    void fill() {
        database = PostgresServer.of("18.6").createDatabase();
        database.execute(
                "CREATE TYPE mood AS ENUM ('sad', 'glad')",
                "CREATE TABLE t (id int, t text, m mood)",
                "INSERT INTO t SELECT n, 'row ' || n, 'glad' FROM generate_series(1, 100) AS n",
                "INSERT INTO t VALUES (NULL, NULL, NULL), (7, 'row 7', 'glad')");
        before = TableContents.of("t", database);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void sees_no_difference_where_rows_only_moved() {
        database.execute("UPDATE t SET id = id WHERE id > 50", "VACUUM FULL t");
        assertThat(differences()).isEmpty();
    }

    @Test
    void sees_a_deleted_row() {
        database.execute("DELETE FROM t WHERE id = 42");
        assertThat(differences())
                .contains("t had 102 rows and has 101", "t lost the row (42,\"row 42\",glad)")
                .anyMatch(difference -> difference.startsWith("checksum"));
    }

    @Test
    void sees_a_changed_value() {
        database.execute("UPDATE t SET m = 'sad' WHERE id = 42");
        assertThat(differences())
                .contains("t lost the row (42,\"row 42\",glad)", "t gained the row (42,\"row 42\",sad)");
    }

    @Test
    void sees_that_one_of_two_equal_rows_went_and_another_row_came() {
        database.execute(
                "DELETE FROM t WHERE ctid = (SELECT min(ctid) FROM t WHERE id = 7)",
                "INSERT INTO t VALUES (8, 'row 8', 'glad')");
        assertThat(differences()).contains("t lost the row (7,\"row 7\",glad)", "t gained the row (8,\"row 8\",glad)");
    }

    @Test
    void sees_null_become_empty() {
        database.execute("UPDATE t SET t = '' WHERE id IS NULL");
        assertThat(differences()).contains("t lost the row (,,)", "t gained the row (,\"\",)");
    }

    @Test
    void sees_what_a_cascade_took() {
        database.execute("DROP TYPE mood CASCADE");
        assertThat(differences())
                .contains("columns of t were [id integer, t text, m mood] and are [id integer, t text]")
                .anyMatch(difference -> difference.startsWith("t lost the row"));
    }

    @Test
    void sees_a_changed_type_that_prints_alike() {
        database.execute("ALTER TABLE t ALTER COLUMN id TYPE bigint");
        assertThat(differences())
                .containsExactly("columns of t were [id integer, t text, m mood] and are [id bigint, t text, m mood]");
    }

    private List<String> differences() {
        return TableContents.of("t", database).differencesFrom(before);
    }
}

package io.github.cleanstaletypes.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A server's error is found wherever it hangs, and is known by what no language changes. */
class ThrowableReaderTest {

    private static final Symptom MOOD =
            new Symptom(Cause.TYPE_EXISTS, "42710", null, NamedObject.bare("mood"), List.of(), null, 0, false);

    @Test
    void finds_it_as_a_cause_as_a_next_exception_and_as_suppressed() {
        BatchUpdateException batch = new BatchUpdateException("Batch entry 0 … was aborted", "42710", 0, new int[0]);
        batch.setNextException(german());
        RuntimeException closing = new IllegalStateException("closing");
        closing.addSuppressed(german());
        for (Throwable failure :
                new Throwable[] {german(), new IllegalStateException("bean", new RuntimeException(german())), closing
                }) {
            assertThat(FailureReader.read(failure).orElseThrow().symptoms()).containsExactly(MOOD);
        }
        assertThat(FailureReader.read(batch).orElseThrow().symptoms()).contains(MOOD);
    }

    @Test
    void walks_a_circle_once() {
        SQLException one = new SQLException("one");
        SQLException other = new SQLException("other", one);
        one.initCause(other);
        one.addSuppressed(other);
        other.addSuppressed(german());
        assertThat(FailureReader.read(one).orElseThrow().first()).isEqualTo(MOOD);
    }

    @Test
    void reads_the_message_of_what_no_server_said() {
        Throwable flyway =
                new RuntimeException("Found non-empty schema(s) \"app\" but no schema history table. Use baseline()");
        assertThat(FailureReader.read(flyway).orElseThrow().first())
                .isEqualTo(new Symptom(
                        Cause.SCHEMA_NOT_EMPTY,
                        null,
                        null,
                        NamedObject.bare("app"),
                        List.of(),
                        MigrationTool.FLYWAY,
                        0,
                        false));
        assertThat(FailureReader.read(new RuntimeException("Could not acquire change log lock."))
                        .orElseThrow()
                        .first()
                        .cause())
                .isEqualTo(Cause.LIQUIBASE_LOCK);
        assertThat(FailureReader.read(new SQLException("tipo «mood»", "42710"))
                        .orElseThrow()
                        .first()
                        .cause())
                .isEqualTo(Cause.OBJECT_EXISTS);
    }

    @Test
    void takes_an_index_of_such_a_name_in_another_schema_for_what_it_is() {
        String fields = "SERROR\0C23505\0Mdoppelter Schlüssel\0DSchlüssel (typname, typnamespace)=(a, 1) existiert.\0"
                + "npg_type_typname_nsp_index\0";
        assertThat(FailureReader.read(server(fields + "spublic\0"))).isEmpty();
        assertThat(FailureReader.read(server(fields + "spg_catalog\0"))
                        .orElseThrow()
                        .first())
                .isEqualTo(new Symptom(
                        Cause.TYPE_RACE,
                        "23505",
                        "pg_type_typname_nsp_index",
                        NamedObject.in(1, "a"),
                        List.of(),
                        null,
                        0,
                        false));
    }

    private static PSQLException german() {
        return server("SFEHLER\0VERROR\0C42710\0MTyp »mood« existiert bereits\0Ftypecmds.c\0RDefineEnum\0");
    }

    private static PSQLException server(String fields) {
        return new PSQLException(new ServerErrorMessage(fields));
    }
}

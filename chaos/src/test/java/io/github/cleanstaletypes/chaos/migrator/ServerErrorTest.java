package io.github.cleanstaletypes.chaos.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

class ServerErrorTest {

    private static final PSQLException DUPLICATE =
            new PSQLException(new ServerErrorMessage("SERROR\0C23505\0MWert doppelt\0npg_type_typname_nsp_index\0"));
    private static final ServerError EXPECTED = new ServerError("23505", "pg_type_typname_nsp_index");

    @Test
    void is_found_among_the_causes() {
        assertThat(ServerError.in(new RuntimeException(new IllegalStateException(DUPLICATE))))
                .contains(EXPECTED);
    }

    @Test
    void is_found_in_the_chain_of_a_batch() {
        SQLException batch = new BatchUpdateException();
        batch.setNextException(new SQLException("next"));
        batch.getNextException().setNextException(DUPLICATE);
        assertThat(ServerError.in(new RuntimeException(batch))).contains(EXPECTED);
    }

    @Test
    void has_no_constraint_where_the_server_names_none() {
        PSQLException exists = new PSQLException(new ServerErrorMessage("SERROR\0C42710\0Mexists\0"));
        assertThat(ServerError.in(exists)).contains(new ServerError("42710", null));
    }

    @Test
    void is_not_what_only_looks_like_one() {
        assertThat(ServerError.in(new SQLException(DUPLICATE.getMessage(), "23505")))
                .isEmpty();
        assertThat(ServerError.in(new PSQLException("driver's own", PSQLState.CONNECTION_FAILURE)))
                .isEmpty();
    }

    @Test
    void is_looked_for_in_a_circle_of_causes_only_once() {
        RuntimeException first = new RuntimeException();
        RuntimeException second = new RuntimeException(first);
        first.initCause(second);
        assertThat(ServerError.in(first)).isEmpty();
    }
}

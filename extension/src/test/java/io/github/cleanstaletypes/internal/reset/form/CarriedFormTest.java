package io.github.cleanstaletypes.internal.reset.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.sql.SQLException;

/** A new database has what the one had whose place it takes, row by row of the catalogs. */
class CarriedFormTest {

    @EachServer({"14.22", "15.19", "16.15", "17.11", "18.6"})
    void has_all_that_a_rich_database_has(PostgresServer server) throws SQLException {
        try (RichForm rich = new RichForm(server)) {
            RenewedForm renewed = RenewedForm.of(rich.database(), PostgresServer.SUPERUSER);
            assertThat(renewed.newRows()).isEqualTo(renewed.oldRows());
            assertThat(renewed.differences()).isEmpty();
            assertThat(renewed.refusals()).isEmpty();
        }
    }
}

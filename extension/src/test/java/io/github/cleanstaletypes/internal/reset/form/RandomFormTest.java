package io.github.cleanstaletypes.internal.reset.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** Whatever form a database has got, a new one has it too, but for what was told before. */
class RandomFormTest {

    @EachServer(sample = 1)
    void is_carried_over(PostgresServer server) throws SQLException {
        Random random = LongForm.random("RandomFormTest " + server.version());
        for (int round = 0; round < LongForm.rounds(2, 100); round++) {
            try (TestDatabase database = server.createDatabase()) {
                String owner = database.createRole();
                List<String> roles = List.of(owner, database.createRole(), database.createRole(), "postgres");
                database.execute(
                        "ALTER ROLE " + owner + " CREATEDB",
                        "ALTER DATABASE " + database.name() + " OWNER TO " + owner,
                        "GRANT " + roles.get(1) + " TO " + one(random, List.of(owner, roles.get(2))));
                new RandomForm(random, database, roles).change(40);
                RenewedForm bySuperuser = RenewedForm.of(database, PostgresServer.SUPERUSER);
                assertThat(bySuperuser.differences()).as("round %d", round).isEmpty();
                if (bySuperuser.refusals().isEmpty()) {
                    assertThat(form(bySuperuser.newRows())).containsAll(form(bySuperuser.oldRows()));
                }
                database.execute("GRANT CONNECT ON DATABASE " + database.name() + " TO " + owner);
                RenewedForm byOwner = RenewedForm.of(database, owner);
                assertThat(byOwner.differences()).as("round %d", round).isEmpty();
            }
        }
    }

    /** Schemas that hold no extension are content. */
    private static List<String> form(List<String> rows) {
        return rows.stream()
                .filter(row -> !row.startsWith("schema ") || row.startsWith("schema public "))
                .toList();
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}

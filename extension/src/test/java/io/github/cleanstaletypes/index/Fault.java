package io.github.cleanstaletypes.index;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.List;
import javax.sql.DataSource;

/** Brings it about that a command leaves an index invalid, and claims its name. */
final class Fault {

    private Fault() {}

    /** A command meets what it cannot index. */
    static void fails(TestDatabase database, String command) {
        assertThatThrownBy(() -> database.execute(command)).isInstanceOf(IllegalStateException.class);
    }

    /** A pending migration claims the name. */
    static Cleaner claimed(DataSource dataSource, String... names) {
        return Cleaner.in(dataSource)
                .claiming(List.of(names).stream()
                        .map(name -> new Claim(SqlName.parse(name), ClaimSource.MIGRATION))
                        .toList());
    }

    /** Says of each invalid index whether it is ready. */
    static List<String> invalid(TestDatabase database) {
        return database.queryTexts(
                "SELECT indexrelid::regclass || CASE WHEN indisready THEN ' ready' ELSE '' END FROM pg_index"
                        + " WHERE NOT indisvalid ORDER BY 1");
    }
}

package io.github.cleanstaletypes.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.Quarantine;
import io.github.cleanstaletypes.internal.catalog.Quarantine.Approval;
import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one version has renamed out of the way, and the other one finds; on a server that does not lock types. */
class FormerQuarantineTest {

    /** The comments of standalone types that somebody has made here, in the order of their oids. */
    private static final String COMMENTS =
            "SELECT coalesce(obj_description(t.oid, 'pg_type'), '-') FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid"
                    + " WHERE t.typtype IN ('e', 'd', 'c', 'r') AND coalesce(c.relkind, 'c') = 'c' AND t.oid >= 16384"
                    + " ORDER BY t.oid";

    private static final String NAMES = COMMENTS.replaceFirst("coalesce.*?'-'\\)", "typname");

    /** By this, version 0.1.0 knows what it drops, and gives its name back. */
    private static final Pattern KNOWN = Pattern.compile(
            "clean-stale-types: quarantined, original name \"(?:[^\"]|\"\")+\"(?:\n.*)?", Pattern.DOTALL);

    private final TestDatabase database = PostgresServer.of("14.22").createDatabase();
    private final CommandRun commandLine = CommandRun.on(database).with("PATH", System.getenv("PATH"));

    @BeforeEach
    void create() {
        database.execute(FormerVersion.statements("types.sql"));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_guard_drops_what_the_former_version_has_quarantined() {
        database.execute(FormerVersion.statements("quarantine.sql"));
        Outcome guard = commandLine.run("guard", "--", "true");
        assertThat(guard.exitCode()).as(guard.err()).isZero();
        assertThat(database.queryTexts(NAMES)).as(guard.err()).isEmpty();
    }

    @Test
    void restore_gives_back_the_name_and_the_comment_that_the_former_version_has_taken() {
        database.execute(FormerVersion.statements("quarantine.sql"));
        assertThat(database.queryTexts(NAMES)).allMatch(name -> name.startsWith("stale_"));
        assertThat(commandLine.run("restore").exitCode()).isZero();
        assertThat(database.queryTexts(NAMES)).containsExactly("mood", "Odd \"Name", "mail");
        assertThat(database.queryTexts(COMMENTS)).containsExactly("a\nfeeling", "-", "-");
    }

    @Test
    void what_the_former_version_has_quarantined_and_somebody_uses_gets_its_name_back() {
        database.execute(FormerVersion.statements("quarantine.sql"));
        database.execute("CREATE TABLE app.diary (m app.stale_16563_mood)");
        Outcome guard = commandLine.run("guard", "--", "true");
        assertThat(guard.exitCode()).as(guard.err()).isZero();
        assertThat(database.queryText("SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid ="
                        + " 'app.diary'::regclass AND attname = 'm'"))
                .isEqualTo("app.mood");
        assertThat(database.queryTexts(COMMENTS)).containsExactly("a\nfeeling");
    }

    @Test
    void the_former_version_finds_its_own_comments_where_this_one_has_quarantined_and_none_of_a_range()
            throws Exception {
        database.execute(FormerVersion.statements("quarantine.sql"));
        List<String> before = List.copyOf(database.queryTexts(COMMENTS));
        assertThat(before).hasSize(3).allMatch(comment -> KNOWN.matcher(comment).matches());
        assertThat(commandLine.run("restore").exitCode()).isZero();
        assertThat(database.queryTexts(NAMES)).contains("mood", "Odd \"Name", "mail");
        database.execute("CREATE TYPE span AS RANGE (subtype = int4)");
        try (Connection application = database.connect()) {
            Outcome clean = commandLine.run("--type", "app.mood,\"Odd \"\"Name\",mail,span");
            assertThat(clean.exitCode()).as(clean.everything()).isZero();
            assertThat(application.isValid(0)).isTrue();
        }
        List<String> now = List.copyOf(database.queryTexts(COMMENTS));
        assertThat(now).hasSize(4).startsWith(before.toArray(String[]::new));
        // it does not know how to give a multirange its name back
        assertThat(now.get(3)).contains("\"span\"").doesNotMatch(KNOWN);
    }

    @Test
    void what_is_set_aside_is_nothing_that_the_former_version_would_drop() {
        assertThat(new Quarantine("mood", null, "a\nfeeling", new Approval("0123456789abcdef", false)).comment())
                .doesNotMatch(KNOWN);
        assertThat(new Quarantine("mood", null, null, null)
                        .keptFor("0123456789abcdef")
                        .comment())
                .doesNotMatch(KNOWN);
    }
}

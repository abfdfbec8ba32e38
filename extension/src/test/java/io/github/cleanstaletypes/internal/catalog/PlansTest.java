package io.github.cleanstaletypes.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.race.Tapped;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Coverage.Look;
import io.github.cleanstaletypes.testing.LargeCatalog;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Which rows of a large catalog each statement reads by which scan, as it is run. The facts are of one version of the server: another one
 * may know better ways.
 */
class PlansTest {

    private static final String VERSION = "18.6";
    private static final int TYPES = LongForm.rounds(30_000, 1_000_000);

    private static final Path FACTS =
            Path.of("src/test/resources/io/github/cleanstaletypes/internal/catalog/plans.txt");
    private static final Path SEEN = Path.of("target/plans.txt");

    /** What the server has of these does not depend on what else is on it. */
    private static final Set<String> OF_THE_DATABASE = Set.of(
            "pg_attribute", "pg_class", "pg_constraint", "pg_depend", "pg_enum", "pg_index", "pg_namespace", "pg_type");

    /** Claimed by hand: nothing, a table, a type in use, with a migration tool's table beside them. */
    private static final String[] HEALTHY = {"nothing", "tenant_0.account_1", "tenant_1.state_1", "tenant_2.missing"};

    private static TestDatabase database;
    private static ExplainedStatements statements;

    @BeforeAll
    static void fill() throws Exception {
        database = PostgresServer.of(VERSION).createDatabase();
        // all rows are in the sample then, whoever analyzes a catalog and when: plans of about equal cost do not change
        // by chance
        database.execute("ALTER DATABASE " + database.name() + " SET default_statistics_target = 2000");
        try (Connection connection = database.connect()) {
            LargeCatalog.fill(connection, TYPES);
        }
        database.execute(
                "CREATE TABLE knex_migrations_lock (index serial PRIMARY KEY, is_locked int)",
                "INSERT INTO knex_migrations_lock (is_locked) VALUES (0)");
        statements = new ExplainedStatements(database);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void no_statement_of_a_quick_look_scans_a_catalog() {
        CleanupReport report =
                StaleTypes.in(statements.dataSource()).claiming(HEALTHY).clean();
        Map<String, Set<String>> plans = statements.taken();

        assertThat(report.isClean()).isTrue();
        assertThat(report.coverage().look()).isEqualTo(Look.QUICK);
        assertThat(plans).containsKeys("in_question", "types", "tool_tables", "known_dependents", "creators");
        assertThat(scans(plans)).as("scans of whole catalogs").noneMatch(PlansTest::whole);
    }

    @Test
    void ten_thousand_claimed_names_are_looked_up_by_index_as_well() {
        String[] names = Stream.iterate(0, i -> i + 1)
                .limit(10_000)
                .map(i -> "tenant_" + i % 7 + ".name_" + i)
                .toArray(String[]::new);
        StaleTypes.in(statements.dataSource()).claiming(names).clean();

        assertThat(scans(statements.taken()))
                .as("scans of whole catalogs")
                .isNotEmpty()
                .noneMatch(PlansTest::whole);
    }

    @Test
    void a_quick_look_makes_three_round_trips_at_most() throws Exception {
        for (String[] names : List.of(HEALTHY, new String[] {"nothing"}, new String[] {"tenant_0.account_1"})) {
            List<String> trips = Tapped.tripsOf(
                    database.dataSource(),
                    dataSource -> StaleTypes.in(dataSource).claiming(names).clean());
            assertThat(trips).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void each_statement_reads_what_the_file_of_facts_says() throws IOException {
        StaleTypes.in(statements.dataSource()).claiming(HEALTHY).clean();
        List<String> lines = new ArrayList<>(lines("clean of claimed names", statements.taken()));
        StaleTypes.in(statements.dataSource()).check();
        lines.addAll(lines("check", statements.taken()));
        StaleTypes.in(statements.dataSource()).claimingAllUnused().check();
        lines.addAll(lines("check of all unused types", statements.taken()));
        Files.write(SEEN, lines);

        assertThat(lines)
                .as("see %s; if the change is meant, it is the new %s", SEEN, FACTS)
                .isEqualTo(Files.readAllLines(FACTS));
    }

    private static List<String> scans(Map<String, Set<String>> plans) {
        return plans.entrySet().stream()
                .flatMap(plan -> plan.getValue().stream().map(scan -> plan.getKey() + ": " + scan))
                .toList();
    }

    private static boolean whole(String scan) {
        // a catalog of a few rows is read from end to end by an index, too
        return scan.contains(": Seq Scan on pg_")
                || scan.endsWith(", from end to end") && OF_THE_DATABASE.contains(catalog(scan));
    }

    private static List<String> lines(String command, Map<String, Set<String>> plans) {
        Map<String, String> kept = new TreeMap<>();
        plans.forEach((name, scans) -> kept.put(
                name,
                scans.stream()
                        .filter(scan -> OF_THE_DATABASE.contains(catalog(scan)))
                        .map(scan -> "    " + scan)
                        .collect(Collectors.joining("\n"))));
        return Stream.concat(
                        Stream.of(command),
                        kept.entrySet().stream()
                                .filter(plan -> !plan.getValue().isEmpty())
                                .flatMap(plan -> Stream.concat(
                                        Stream.of("  " + plan.getKey()),
                                        plan.getValue().lines())))
                .toList();
    }

    /** The catalog that the scan is of; of a bitmap's index, nothing. */
    private static String catalog(String scan) {
        return scan.replace(", from end to end", "").replaceFirst(".* on ", "");
    }
}

package io.github.cleanstaletypes.chaos.scenario.catalog;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;

/**
 * The catalog is damaged. A claimed type that nothing uses lies about as bait: nobody may remove it there.
 *
 * @param statements what damages it
 * @param sqlState what the next migration gets
 * @param next what that runs
 */
public record Damaged(ScenarioHeader header, List<String> statements, String sqlState, String next)
        implements Scenario {

    private static final String BAIT = "bait";

    private static final String INDEX = "UPDATE pg_catalog.pg_index SET %s"
            + " WHERE indexrelid = 'pg_catalog.pg_type_typname_nsp_index'::pg_catalog.regclass";

    private static final String OF_THE_NAME = "CREATE TABLE accounts_user (id int PRIMARY KEY, name text)";

    private Damaged(
            String name, FindingCode finding, String fault, List<String> statements, String sqlState, String next) {
        this(ScenarioHeader.of(name, finding, fault).healedBy(healers(next)), statements, sqlState, next);
    }

    /** What Flyway migrates here makes a table of the name. */
    private static String[] healers(String next) {
        return next.equals(OF_THE_NAME)
                ? new String[] {"nothing", "folk", "cli", "extension", "flyway", "guard"}
                : new String[] {"nothing", "folk", "cli", "extension", "guard"};
    }

    /** Lists each kind of damage. */
    public static List<Damaged> all() {
        return List.of(
                new Damaged(
                        "lost-class-row",
                        FindingCode.ORPHAN_ROW_TYPE,
                        "the row of a table in pg_class is lost",
                        List.of(
                                "CREATE TABLE accounts_user (id int)",
                                "INSERT INTO accounts_user SELECT pg_catalog.generate_series(1, 500)",
                                "DELETE FROM pg_catalog.pg_class WHERE relname = 'accounts_user'"),
                        "42710",
                        OF_THE_NAME),
                new Damaged(
                        "lost-element-type",
                        FindingCode.ORPHAN_ARRAY_TYPE,
                        "the row of an element type in pg_type is lost, its array type is not",
                        List.of(
                                "CREATE TYPE accounts_user AS ENUM ('a')",
                                "UPDATE pg_catalog.pg_type SET typname = 'accounts_user_' WHERE typname = 'accounts_user'",
                                "UPDATE pg_catalog.pg_type SET typname = 'accounts_user' WHERE typname = '_accounts_user'",
                                "DELETE FROM pg_catalog.pg_type WHERE typname = 'accounts_user_'"),
                        "42710",
                        OF_THE_NAME),
                new Damaged(
                        "lost-row-type",
                        FindingCode.RELATION_WITHOUT_TYPE,
                        "the row type of a table is lost in pg_type, the table is not",
                        List.of(
                                "CREATE TABLE accounts_user (id int)",
                                "DELETE FROM pg_catalog.pg_type WHERE typname = 'accounts_user'"),
                        "42P07",
                        OF_THE_NAME),
                // the row gets another name in its place, and the index, which is left out, still has the old one
                new Damaged(
                        "index-has-old-name",
                        FindingCode.DAMAGED_INDEX,
                        "the index of the types' names leads from a name to a type of another name",
                        List.of(
                                // only its bt_index_check reads what an index says of a row that is there
                                "CREATE EXTENSION amcheck",
                                "CREATE TYPE accounts_user AS ENUM ('admin')",
                                "CREATE TABLE sessions (id int, who accounts_user)",
                                "INSERT INTO sessions SELECT n, 'admin' FROM pg_catalog.generate_series(1, 100) AS n",
                                INDEX.formatted("indislive = false"),
                                "ALTER TYPE accounts_user RENAME TO account_role",
                                INDEX.formatted("indislive = true")),
                        "42710",
                        OF_THE_NAME),
                new Damaged(
                        "index-lacks-name",
                        FindingCode.DAMAGED_INDEX,
                        "the index of the types' names lacks the name of a type",
                        List.of(
                                "CREATE TYPE account_role AS ENUM ('admin')",
                                "CREATE TABLE sessions (id int, who account_role)",
                                "INSERT INTO sessions SELECT n, 'admin' FROM pg_catalog.generate_series(1, 100) AS n",
                                INDEX.formatted("indisready = false"),
                                "ALTER TYPE account_role RENAME TO accounts_user",
                                INDEX.formatted("indisready = true")),
                        "42704",
                        // a table of the name would be made, and the type be there twice
                        "CREATE TABLE logins (who accounts_user)"));
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        scene.database().execute("CREATE TYPE bait AS ENUM ('worm')");
        // each in a session of its own: one that has worked with an index before keeps to it
        statements.forEach(scene.database()::execute);
        scene.timeline().strike(Lane.SERVER, header.fault());
        return new LastingIncident(
                scene,
                Expectation.unchanged(new ServerError(sqlState, null), Ending.refused("reported"))
                        .migrating(new Script("release3", Mode.TRANSACTION, List.of(next)))
                        .withOptions("--type", BAIT)
                        .inDamagedCatalog());
    }
}

package io.github.cleanstaletypes;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.cleanstaletypes.internal.catalog.history.HistoryRow;
import io.github.cleanstaletypes.internal.catalog.history.MigrationContext;
import io.github.cleanstaletypes.internal.catalog.history.SchemaHistory;
import io.github.cleanstaletypes.internal.catalog.history.ToolHistory;
import io.github.cleanstaletypes.internal.catalog.history.ToolHistoryRow;
import java.nio.file.Files;
import org.jspecify.annotations.NullMarked;

/** The walls between the packages, which one jar does not have by itself. */
@AnalyzeClasses(
        packages = ArchitectureTest.PROJECT,
        importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
class ArchitectureTest {

    static final String PROJECT = "io.github.cleanstaletypes";

    private static final String SQL = PROJECT + ".internal.sql..";
    private static final String FILE = PROJECT + ".internal.file..";
    private static final String LOCK = PROJECT + ".internal.lock..";
    private static final String ERROR = PROJECT + ".internal.error..";
    private static final String JSON = PROJECT + ".internal.cli.json..";
    private static final String CATALOG = PROJECT + ".internal.catalog..";
    private static final String CLAIM = PROJECT + ".internal.claim..";
    private static final String FINDING = PROJECT + ".internal.finding..";
    private static final String PLAN = PROJECT + ".internal.plan..";
    private static final String APPLY = PROJECT + ".internal.apply..";
    private static final String EXPLAIN = PROJECT + ".internal.explain..";
    private static final String CONNECT = PROJECT + ".internal.connect..";
    private static final String GUARD = PROJECT + ".internal.guard..";
    private static final String RESET = PROJECT + ".internal.reset..";
    private static final String TEXT = PROJECT + ".internal.text..";
    private static final String RUN = PROJECT + ".internal.run..";
    private static final String REPORT = PROJECT + ".report..";
    private static final String SYNTAX = PROJECT + ".internal.cli.syntax..";
    private static final String CLI = PROJECT + ".internal.cli..";
    private static final String JUNIT = PROJECT + ".junit..";
    private static final String TESTCONTAINERS = PROJECT + ".testcontainers..";
    private static final String FLYWAY = PROJECT + ".flyway..";

    @ArchTest
    static final ArchRule packages_do_not_depend_on_each_other_in_circles =
            slices().assignedFrom(eachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule report_knows_nothing_of_the_project = classes()
            .that()
            .resideInAPackage(REPORT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", REPORT)
            .because("who reads a report needs nothing else of the library");

    @ArchTest
    static final ArchRule sql_is_the_ground = noClasses()
            .that()
            .resideInAPackage(SQL)
            .should()
            .dependOnClassesThat(projectOutside(SQL))
            .because("whatever talks to the server stands on it");

    @ArchTest
    static final ArchRule file_knows_nothing_of_the_project = classes()
            .that()
            .resideInAPackage(FILE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", FILE)
            .because("every room that reads a file needs it");

    @ArchTest
    static final ArchRule only_the_room_of_files_reads_whole_files = noClasses()
            .that()
            .resideInAnyPackage(PROJECT + ".internal.connect..", CLAIM, CLI)
            .and()
            .doNotHaveSimpleName("GivenText")
            .should()
            .callMethodWhere(target(owner(assignableTo(Files.class)))
                    .and(target(nameMatching("readAllBytes|readAllLines|readString|lines|newBufferedReader"))))
            .because("what somebody names may be a device, a pipe without an end, or larger than the memory");

    @ArchTest
    static final ArchRule catalog_and_lock_stand_on_sql_only = noClasses()
            .that()
            .resideInAnyPackage(CATALOG, LOCK)
            .should()
            .dependOnClassesThat(projectOutside(CATALOG, LOCK, SQL))
            .because("reading judges nothing, and a lock does not know what it protects");

    @ArchTest
    static final ArchRule error_reads_and_knows_no_database = noClasses()
            .that()
            .resideInAPackage(ERROR)
            .should()
            .dependOnClassesThat(projectOutside(ERROR, SQL, CLAIM))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.Connection")
            .because("what failed is read first, and explained in another room");

    @ArchTest
    static final ArchRule finding_knows_only_catalog_and_claim = classes()
            .that()
            .resideInAPackage(FINDING)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", FINDING, CATALOG, CLAIM, REPORT, SQL);

    @ArchTest
    static final ArchRule plan_knows_only_finding_catalog_and_claim = classes()
            .that()
            .resideInAPackage(PLAN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", PLAN, FINDING, CATALOG, CLAIM, REPORT);

    @ArchTest
    static final ArchRule explain_knows_only_what_was_found_and_claimed_and_nothing_else = classes()
            .that()
            .resideInAPackage(EXPLAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", EXPLAIN, ERROR, PLAN, FINDING, CATALOG, CLAIM, REPORT, SQL);

    @ArchTest
    static final ArchRule explain_runs_no_sql = noClasses()
            .that()
            .resideInAPackage(EXPLAIN)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.Connection")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.Statement");

    @ArchTest
    static final ArchRule finding_and_plan_run_no_sql = noClasses()
            .that()
            .resideInAnyPackage(FINDING, PLAN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule claim_knows_only_the_histories_of_the_catalog_and_runs_no_sql = classes()
            .that()
            .resideInAPackage(CLAIM)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java.lang..", "java.util..", "java.io..", "java.nio..", "java.math..")
                            .or(resideInAnyPackage("org.jspecify..", CLAIM, FILE, REPORT))
                            .or(belongToAnyOf(
                                    MigrationContext.class,
                                    SchemaHistory.class,
                                    HistoryRow.class,
                                    ToolHistory.class,
                                    ToolHistoryRow.class)));

    @ArchTest
    static final ArchRule guard_knows_no_adapter_and_no_framework = classes()
            .that()
            .resideInAPackage(GUARD)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.sql..",
                    "org.jspecify..",
                    "org.postgresql..",
                    RUN,
                    GUARD,
                    EXPLAIN,
                    ERROR,
                    LOCK,
                    SQL,
                    CLAIM,
                    CONNECT,
                    APPLY,
                    CATALOG,
                    FINDING,
                    REPORT);

    @ArchTest
    static final ArchRule reset_stands_on_connections_and_locks_and_knows_no_migration = classes()
            .that()
            .resideInAPackage(RESET)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "javax.sql..", "org.jspecify..", "org.postgresql..", RESET, CONNECT, LOCK, SQL)
            .because("it makes databases new, and what is put into them is guard's command's affair");

    @ArchTest
    static final ArchRule what_a_reset_decides_runs_no_sql = noClasses()
            .that()
            .resideInAPackage(PROJECT + ".internal.reset.state..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.Connection")
            .because("each state that a kill can leave is tried without a server");

    @ArchTest
    static final ArchRule nobody_imports_the_command_line = nobodyElseImports(CLI);

    @ArchTest
    static final ArchRule nobody_imports_the_junit_adapter = nobodyElseImports(JUNIT);

    @ArchTest
    static final ArchRule nobody_imports_the_testcontainers_adapter = nobodyElseImports(TESTCONTAINERS);

    @ArchTest
    static final ArchRule nobody_imports_the_flyway_adapter = nobodyElseImports(FLYWAY);

    @ArchTest
    static final ArchRule junit_is_used_only_in_its_adapter = onlyIn("org.junit..", JUNIT);

    @ArchTest
    static final ArchRule testcontainers_is_used_only_in_adapters =
            onlyIn("org.testcontainers..", TESTCONTAINERS, JUNIT);

    @ArchTest
    static final ArchRule flyway_is_used_only_in_its_adapter = onlyIn("org.flywaydb..", FLYWAY);

    @ArchTest
    static final ArchRule embedded_servers_are_used_only_beside_testcontainers = onlyIn("io.zonky..", TESTCONTAINERS);

    @ArchTest
    static final ArchRule commons_cli_is_used_only_where_arguments_are_read =
            onlyIn("org.apache.commons.cli..", SYNTAX);

    @ArchTest
    static final ArchRule jackson_is_used_only_for_json = onlyIn("com.fasterxml.jackson..", JSON);

    @ArchTest
    static final ArchRule slf4j_simple_is_used_only_in_the_command_line = onlyIn("org.slf4j.simple..", CLI);

    @ArchTest
    static final ArchRule the_driver_is_used_only_where_sql_runs =
            onlyIn("org.postgresql..", SQL, CATALOG, APPLY, CONNECT, ERROR, RUN, GUARD, RESET, CLI);

    @ArchTest
    static final ArchRule every_package_says_that_it_is_null_marked = classes().should(beInANullMarkedPackage());

    @ArchTest
    static final ArchRule only_the_command_line_prints = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should(ACCESS_STANDARD_STREAMS)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule only_the_command_line_ends_the_process = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    private static ArchRule nobodyElseImports(String adapter) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(adapter)
                .should()
                .dependOnClassesThat(resideInAnyPackage(adapter));
    }

    private static ArchRule onlyIn(String library, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static DescribedPredicate<JavaClass> projectOutside(String... packages) {
        return resideInAnyPackage(PROJECT + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(packages)))
                .as("are of the project and outside of %s", String.join(", ", packages));
    }

    private static SliceAssignment eachPackage() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                return javaClass.getPackageName().startsWith(PROJECT)
                        ? SliceIdentifier.of(javaClass.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "each package";
            }
        };
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is annotated with @NullMarked") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                boolean marked = javaClass.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        javaClass, marked, "package " + javaClass.getPackageName() + " of " + javaClass.getName()));
            }
        };
    }
}

package io.github.cleanstaletypes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The tests of what judges and what plans run hundreds of times, once for each way in which the mutation profile breaks it. */
@AnalyzeClasses(
        packages = {
            ArchitectureTest.PROJECT + ".internal.finding",
            ArchitectureTest.PROJECT + ".internal.plan",
            ArchitectureTest.PROJECT + ".values"
        },
        importOptions = DoNotIncludeJars.class)
class ValueTestsTest {

    @ArchTest
    static final ArchRule tests_of_findings_and_plans_reach_no_server_and_start_no_process = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.postgresql..",
                    "org.testcontainers..",
                    "io.zonky..",
                    ArchitectureTest.PROJECT + ".testing..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class);
}

package io.github.cleanstaletypes.chaos;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls between the rooms of this module, and between this module and the extension. */
class ChaosRoomsTest {

    private static final String PROJECT = "io.github.cleanstaletypes";
    private static final String ROOT = PROJECT + ".chaos";

    /** All rooms, from the ground up: a room uses those before it, and nobody uses the root. */
    private static final List<String> ROOMS = List.of(
            "system",
            "migrator",
            "product",
            "oracle",
            "scenario",
            "scenario.interrupted",
            "scenario.catalog",
            "scenario.cleaner",
            "healer",
            "run",
            "report.proof",
            "report",
            "story",
            "bench.measure",
            "bench.figure",
            "bench.page",
            "bench.row",
            "bench");

    /** What users of the extension have, and the servers of its tests. */
    private static final String[] OPEN = {
        PROJECT,
        PROJECT + ".report",
        PROJECT + ".junit",
        PROJECT + ".testcontainers",
        PROJECT + ".flyway",
        PROJECT + ".testing",
        ROOT + ".."
    };

    private static final Pattern INSIDE = Pattern.compile(
            Pattern.quote(PROJECT) + "\\.(?!(report|junit|testcontainers|flyway|testing|chaos)\\b)[a-z]");

    private static final Path MAIN = Path.of("src", "main", "java");

    private static final JavaClasses CLASSES = classes("classes");

    private static final JavaClasses TESTS = classes("test-classes");

    @Test
    void there_are_eighteen_rooms_at_most_and_each_is_told_here() {
        assertThat(CLASSES.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> !name.equals(ROOT))
                        .map(name -> name.substring(ROOT.length() + 1))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ROOMS)
                .hasSizeLessThanOrEqualTo(18);
    }

    @Test
    void a_room_uses_only_the_rooms_below_it() {
        for (int room = 0; room < ROOMS.size(); room++) {
            String[] above = Stream.concat(
                            ROOMS.stream().skip(room + 1).map(name -> ROOT + "." + name), Stream.of(ROOT))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + ROOMS.get(room))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .because("arrows go down, and so in no circle")
                    .check(CLASSES);
        }
    }

    @Test
    void no_room_of_scenarios_uses_another() {
        for (String room : List.of("interrupted", "catalog", "cleaner")) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".scenario." + room)
                    .should()
                    .dependOnClassesThat(resideInAPackage(ROOT + ".scenario.*")
                            .and(not(resideInAPackage(ROOT + ".scenario." + room))))
                    .because("what two of them need belongs to the room that they stand on")
                    .check(CLASSES);
        }
    }

    @Test
    void the_extension_is_known_as_its_users_know_it() {
        for (JavaClasses classes : List.of(CLASSES, TESTS)) {
            noClasses()
                    .should()
                    .dependOnClassesThat(resideInAPackage(PROJECT + "..").and(not(resideInAnyPackage(OPEN))))
                    .because("who breaks databases by what only insiders can reach proves little")
                    .check(classes);
        }
    }

    /** Classes do not show where a constant came from. */
    @Test
    void no_source_names_the_inside_of_the_extension() throws IOException {
        for (Path sources : List.of(MAIN, Path.of("src", "test", "java"))) {
            assertThat(sources(sources))
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern(INSIDE));
        }
    }

    @Test
    void no_room_holds_more_than_thirty_files_and_each_says_what_it_is() throws IOException {
        Map<Path, List<String>> rooms = sources(MAIN).stream()
                .collect(Collectors.groupingBy(
                        Path::getParent,
                        Collectors.mapping(file -> file.getFileName().toString(), Collectors.toList())));
        assertThat(rooms).hasSize(ROOMS.size() + 1);
        for (Map.Entry<Path, List<String>> room : rooms.entrySet()) {
            assertThat(room.getValue())
                    .as("%s", room.getKey())
                    .hasSizeLessThanOrEqualTo(30)
                    .contains("package-info.java");
            assertThat(Files.readString(room.getKey().resolve("package-info.java")))
                    .startsWith("/** ");
        }
    }

    private static JavaClasses classes(String directory) {
        return new ClassFileImporter().importPath(Path.of("target", directory));
    }

    private static List<Path> sources(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}

package io.github.cleanstaletypes.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.cleanstaletypes.chaos.healer.Healer;
import io.github.cleanstaletypes.chaos.healer.Healers;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.report.FindingCode;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenariosTest {

    @Test
    void each_finding_code_has_a_scenario_and_each_scenario_a_code() {
        Set<String> codes =
                Stream.of(FindingCode.values()).map(FindingCode::name).collect(Collectors.toSet());
        assertThat(Scenarios.all().stream()
                        .map(Scenario::header)
                        .filter(header -> !header.isControl())
                        .map(ScenarioHeader::finding))
                .containsAll(codes)
                .isSubsetOf(codes);
    }

    @Test
    void each_class_of_a_scenario_is_listed() {
        Set<String> classes = new ClassFileImporter()
                .importPath(Path.of("target", "classes")).stream()
                        .filter(type -> type.isAssignableTo(Scenario.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(Scenarios.all())
                .extracting(scenario -> scenario.getClass().getName())
                .isNotEmpty()
                .hasSameElementsAs(classes);
    }

    @Test
    void no_two_have_one_name() {
        assertThat(Scenarios.all())
                .extracting(scenario -> scenario.header().name())
                .doesNotHaveDuplicates();
    }

    @Test
    void each_healer_that_a_scenario_names_is_there() {
        Set<String> healers = Healers.all().stream().map(Healer::name).collect(Collectors.toSet());
        assertThat(Scenarios.all())
                .allSatisfy(scenario ->
                        assertThat(healers).containsAll(scenario.header().healers()));
    }
}

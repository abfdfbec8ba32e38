package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.report.FindingCode;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each finding has a page, which the README leads to. */
class FindingPagesTest {

    private static final List<String> SECTIONS =
            List.of("Symptom", "How to be sure", "What the tool does", "By hand", "How to prevent");

    @Test
    void each_finding_has_its_page_and_each_page_its_finding() {
        assertThat(Documentation.pageFiles())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FindingCode.values())
                        .map(code -> code + ".md")
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void the_readme_links_to_the_page(FindingCode code) {
        assertThat(Documentation.readme().links()).contains("extension/docs/findings/" + code + ".md");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INVISIBLE_ROW") // TornCopyRemedyTest runs that page
    void the_statements_of_the_page_are_run(FindingCode code) {
        assertThat(PageStatementsTest.class.getDeclaredMethods())
                .extracting(Method::getName)
                .contains(code.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource
    void the_page_has_its_sections_in_order(FindingCode code) {
        Markdown page = Documentation.page(code);
        assertThat(page.headings()).startsWith(code.name()).containsSubsequence(SECTIONS);
    }

    @ParameterizedTest
    @EnumSource
    void a_page_about_damage_says_first_what_not_to_do(FindingCode code) {
        List<String> headings = Documentation.page(code).headings();
        assertThat(headings.get(1)).isEqualTo(code.damage() ? "First do no harm" : "Symptom");
    }

    @ParameterizedTest
    @EnumSource
    void the_changelog_names_the_finding(FindingCode code) {
        assertThat(Documentation.changelog()).content().contains("`" + code + "`");
    }
}

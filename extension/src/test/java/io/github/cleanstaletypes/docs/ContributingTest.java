package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The page for contributors has its recipes, and its models keep the rules that they show. */
class ContributingTest {

    private static final List<String> RECIPES = List.of("A finding", "An option", "An adapter", "A chaos scenario");

    private final Markdown page = Markdown.read(Documentation.root().resolve(".github/CONTRIBUTING.md"));

    @Test
    void it_has_the_recipes() {
        assertThat(page.headings()).containsSubsequence(RECIPES);
    }

    @Test
    void the_model_of_a_commit_message_fits_where_git_shows_it() {
        List<String> lines =
                BlockCheck.COMMIT_MESSAGE.in(page).get(0).text().lines().toList();
        assertThat(lines.get(0)).as("subject").hasSizeLessThanOrEqualTo(72).doesNotEndWith(".");
        assertThat(lines.get(1)).as("between subject and reasons").isEmpty();
        assertThat(lines.subList(2, lines.size()))
                .as("reasons")
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(72));
    }

    @Test
    void issues_are_asked_for_what_check_says() {
        assertThat(Documentation.texts(".github/ISSUE_TEMPLATE", ".md"))
                .isNotEmpty()
                .allSatisfy(template -> assertThat(template).containsPattern("`check [^`]*--format json`"));
    }
}

package io.github.cleanstaletypes.docs;

import io.github.cleanstaletypes.docs.Markdown.Block;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** How a code block of the documentation is held to the truth. Each block has exactly one check, or {@link BlocksTest} fails. */
enum BlockCheck {
    /** {@link GuideCommandLinesIT} runs its lines. */
    COMMAND_LINES((page, block) -> language(block, "sh")),
    /** {@link SnippetsTest} finds it in a file that is compiled and run. */
    SAMPLE((page, block) -> language(block, "java")),
    /** {@link SnippetsTest} compares it with what is built. */
    DEPENDENCY((page, block) -> language(block, "xml", "kotlin")),
    /** {@link SnippetsTest} compares it with the samples, or finds the class that it names. */
    PROPERTIES((page, block) -> language(block, "properties")),
    /** {@link PageStatementsTest}, {@link TornCopyRemedyTest} and {@link SalvageTest} execute it in the situation that the page is about. */
    STATEMENTS((page, block) -> language(block, "sql") && aboutFinding(page)),
    /** {@link ReadmeQueryTest} asks it in each situation. */
    QUERY((page, block) -> language(block, "sql") && named(page, "README.md")),
    /** {@link GuideOutputIT} has it recognised. */
    ERROR_TEXT((page, block) -> language(block, "text") && block.text().startsWith("ERROR:")),
    /** {@link GuideOutputIT} sees it printed. */
    PRINTED((page, block) -> language(block, "text")
            && named(page, "extension/docs/command-line.md")
            && block.section().equals("Text")),
    /** {@code ChaosIT} and {@code BenchIT} of the module chaos run them. */
    CHAOS_COMMAND((page, block) -> language(block, "text")
            && (named(page, "README.md") || named(page, "extension/docs/speed.md"))
            && block.text().matches("java -jar chaos/target/clean-stale-types-chaos\\.jar .*")),
    /** {@link GuideOutputIT} compares its keys with those of a real run. */
    JSON((page, block) -> language(block, "json") && named(page, "extension/docs/json.md")),
    /** {@link ContributingTest} holds it to the rules that it is a model of. */
    COMMIT_MESSAGE((page, block) -> language(block, "gitcommit") && named(page, ".github/CONTRIBUTING.md"));

    private final BiPredicate<Markdown, Block> covers;

    BlockCheck(BiPredicate<Markdown, Block> covers) {
        this.covers = covers;
    }

    /** The checks of this block. */
    static List<BlockCheck> of(Markdown page, Block block) {
        return Arrays.stream(values())
                .filter(check -> check.covers.test(page, block))
                .toList();
    }

    /** The blocks of this page that it checks, in their order. */
    List<Block> in(Markdown page) {
        return page.blocks().stream().filter(block -> covers.test(page, block)).toList();
    }

    /** The blocks of all pages that it checks. */
    List<Block> everywhere() {
        return Documentation.all().stream().flatMap(page -> in(page).stream()).toList();
    }

    private static boolean language(Block block, String... languages) {
        return Stream.of(languages).anyMatch(block.language()::equals);
    }

    private static boolean named(Markdown page, String name) {
        return page.toString().equals(name);
    }

    private static boolean aboutFinding(Markdown page) {
        return Documentation.pageFiles().contains(page.file())
                || Documentation.salvagePage().file().equals(page.file());
    }
}

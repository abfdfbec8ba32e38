package io.github.cleanstaletypes.docs;

import io.github.cleanstaletypes.report.FindingCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the documentation is, from whichever directory of the project a test runs in. */
final class Documentation {

    private Documentation() {}

    static Path root() {
        for (Path directory = Path.of("").toAbsolutePath(); directory != null; directory = directory.getParent()) {
            if (Files.isDirectory(directory.resolve("extension"))
                    && Files.isRegularFile(directory.resolve("README.md"))) {
                return directory;
            }
        }
        throw new AssertionError("No README.md beside a directory extension, here or above");
    }

    static Markdown readme() {
        return Markdown.read(root().resolve("README.md"));
    }

    static Markdown page(FindingCode code) {
        return Markdown.read(pages().resolve(code + ".md"));
    }

    /** How a table comes back whose row in {@code pg_class} is gone. */
    static Markdown salvagePage() {
        return Markdown.read(root().resolve("extension/docs/salvage-orphan-row-type.md"));
    }

    static Path pages() {
        return root().resolve("extension/docs/findings");
    }

    /** The files of all pages, whether there is such a finding or not. */
    static List<Path> pageFiles() {
        try (Stream<Path> files = Files.list(pages())) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that a reader may come across. */
    static List<Markdown> all() {
        Stream<Path> others = Stream.of("README.md", "CHANGELOG.md", "extension/docs/salvage-orphan-row-type.md")
                .map(root()::resolve);
        return Stream.concat(others, pageFiles().stream()).map(Markdown::read).toList();
    }
}

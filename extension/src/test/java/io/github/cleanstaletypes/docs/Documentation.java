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

    private static final String GUIDE = "extension/docs";

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

    /** A page of the guide, such as {@code json.md}. */
    static Markdown guide(String page) {
        return Markdown.read(root().resolve(GUIDE).resolve(page));
    }

    static Markdown page(FindingCode code) {
        return Markdown.read(pages().resolve(code + ".md"));
    }

    /** How a table comes back whose row in {@code pg_class} is gone. */
    static Markdown salvagePage() {
        return guide("salvage-orphan-row-type.md");
    }

    static Path pages() {
        return root().resolve(GUIDE).resolve("findings");
    }

    /** The files of all pages about findings, whether there is such a finding or not. */
    static List<Path> pageFiles() {
        return markdownBelow(pages());
    }

    /** The files of the guide: its index, its pages, and those about findings. */
    static List<Path> guideFiles() {
        return markdownBelow(root().resolve(GUIDE));
    }

    static Path changelog() {
        return root().resolve("extension/CHANGELOG.md");
    }

    /** Everything that a reader may come across. */
    static List<Markdown> all() {
        Stream<Path> top = Stream.of(root().resolve("README.md"), changelog());
        Stream<Path> others = Stream.concat(markdownBelow(root().resolve(".github")).stream(), guideFiles().stream());
        return Stream.concat(top, others).map(Markdown::read).toList();
    }

    /** The texts of all files below this directory of the project that have this ending. */
    static List<String> texts(String directory, String ending) {
        return below(root().resolve(directory), ending).stream()
                .map(Documentation::text)
                .toList();
    }

    static List<Path> below(Path directory, String ending) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> markdownBelow(Path directory) {
        return below(directory, ".md");
    }
}

package io.github.cleanstaletypes.internal.error.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The message catalogs of PostgreSQL 15, where Debian and its descendants install them. */
final class InstalledCatalogs {

    private static final Path LOCALES = Path.of("/usr/share/locale");
    private static final List<String> PROGRAMS = List.of("postgres", "libpq5", "psql");

    private InstalledCatalogs() {}

    /** Whether the server's are here. */
    static boolean installed() {
        return languages().stream().anyMatch(language -> Files.exists(file(language, "postgres")));
    }

    /** The languages of the server, libpq or psql, as gettext calls them. */
    static List<String> languages() {
        try (Stream<Path> locales = Files.list(LOCALES)) {
            return locales.map(locale -> locale.getFileName().toString())
                    .filter(language -> PROGRAMS.stream().anyMatch(program -> Files.exists(file(language, program))))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's catalog in this language; it has no message if it is not installed. */
    static GettextCatalog server(String language) {
        return GettextCatalog.in(file(language, "postgres"));
    }

    /** The catalogs of the server, libpq and psql. */
    static List<GettextCatalog> all(String language) {
        return PROGRAMS.stream()
                .map(program -> GettextCatalog.in(file(language, program)))
                .toList();
    }

    private static Path file(String language, String program) {
        return LOCALES.resolve(language + "/LC_MESSAGES/" + program + "-15.mo");
    }
}

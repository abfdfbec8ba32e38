package io.github.cleanstaletypes.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server that speaks other languages, as Debian and its descendants install it: the binaries that the build brings have no
 * translations. It makes the locales that it needs itself, in a directory of its own. Not thread-safe.
 */
public final class TranslatedServer implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final Path TRANSLATIONS = Path.of("/usr/share/locale");
    private static final Path LOCALE_SOURCES = Path.of("/usr/share/i18n/locales");

    private final Path binaries;
    private final Path directory;
    private final int port;

    private TranslatedServer(Path binaries, Path directory, int port) {
        this.binaries = binaries;
        this.directory = directory;
        this.port = port;
    }

    /** Whether one that speaks these languages, such as {@code de_DE}, can be started here. */
    public static boolean speaks(String... languages) {
        return binaries(languages).isPresent()
                && canBeSomebody()
                && Stream.of(languages).map(LOCALE_SOURCES::resolve).allMatch(Files::exists);
    }

    /** @param directory an empty directory that it may use */
    public static TranslatedServer start(Path directory, String... languages) {
        TranslatedServer server = new TranslatedServer(binaries(languages).orElseThrow(), directory, Ports.free());
        try {
            server.start(languages);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects the superuser to the database {@code postgres}; the server answers in this language. */
    public DataSource dataSource(String language) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName("postgres");
        dataSource.setUser("postgres");
        dataSource.setOptions("-c lc_messages=" + language + ".UTF-8");
        return dataSource;
    }

    /** What psql prints of a statement, in verbose mode or not. */
    public String psql(String language, String verbosity, String sql) {
        return run(List.of(
                binaries.resolve("psql").toString(),
                "-Xqh",
                "localhost",
                "-p",
                String.valueOf(port),
                "-v",
                "VERBOSITY=" + verbosity,
                "-d",
                "user=postgres dbname=postgres options='-c lc_messages=" + language + ".UTF-8'",
                "-c",
                sql));
    }

    private static Optional<Path> binaries(String... languages) {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.filter(version -> Files.isExecutable(version.resolve("bin/postgres")))
                    .filter(version -> Stream.of(languages).allMatch(language -> translation(version, language)))
                    .max(Comparator.naturalOrder())
                    .map(version -> version.resolve("bin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Most languages have one translation for all countries, Chinese has one for each. */
    private static boolean translation(Path version, String language) {
        return Stream.of(language.substring(0, 2), language)
                .anyMatch(directory -> Files.exists(
                        TRANSLATIONS.resolve(directory + "/LC_MESSAGES/postgres-" + version.getFileName() + ".mo")));
    }

    private void start(String... languages) throws IOException {
        Files.createDirectory(directory.resolve("locales"));
        Path first = locale(languages[0]);
        run(List.of("localedef", "--no-archive", "-i", languages[0], "-f", "UTF-8", first.toString()));
        // the translation goes by the locale's name, and to make another one takes long
        for (String language : List.of(languages).subList(1, languages.length)) {
            Files.createSymbolicLink(locale(language), first);
        }
        run(asSomebody("initdb", "-N", "-U", "postgres", "--auth=trust", "--locale=C", "--encoding=UTF8"));
        run(asSomebody(
                "pg_ctl",
                "-w",
                "-l",
                directory.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=localhost -c unix_socket_directories= -c fsync=off",
                "start"));
        try (Connection connection = dataSource(languages[0]).getConnection()) {
            System.out.println("PostgreSQL " + connection.getMetaData().getDatabaseProductVersion()
                    + ", which speaks other languages");
        } catch (SQLException e) {
            throw new IllegalStateException("it does not answer", e);
        }
    }

    private Path locale(String language) {
        return directory.resolve("locales/" + language + ".UTF-8");
    }

    /** The words before a command by which root is nobody, in a name space of its own: the server refuses to be root. */
    private static List<String> unlessRoot() {
        return System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();
    }

    /** Not every container lets root have a name space. */
    private static boolean canBeSomebody() {
        List<String> words = new ArrayList<>(unlessRoot());
        words.add("true");
        try {
            return new ProcessBuilder(words).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> asSomebody(String program, String... arguments) {
        List<String> words = new ArrayList<>(unlessRoot());
        words.addAll(List.of(
                binaries.resolve(program).toString(),
                "-D",
                directory.resolve("data").toString()));
        words.addAll(List.of(arguments));
        return words;
    }

    private String run(List<String> words) {
        Path out = directory.resolve("out");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(Redirect.to(out.toFile()));
        builder.environment().put("LOCPATH", directory.resolve("locales").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            Wait.forEnd(words.toString(), builder.start());
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run(asSomebody("pg_ctl", "-w", "-m", "immediate", "stop"));
    }
}

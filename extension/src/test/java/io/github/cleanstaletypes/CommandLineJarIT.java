package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line's jar holds, and what it must not. */
class CommandLineJarIT {

    private static JarFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(System.getProperty("cli.jar"));
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void names_the_main_class_and_the_version() throws IOException {
        assertThat(jar.getManifest().getMainAttributes())
                .containsEntry(Attributes.Name.MAIN_CLASS, "io.github.cleanstaletypes.internal.cli.Main")
                .containsEntry(Attributes.Name.MULTI_RELEASE, "true")
                .containsKey(Attributes.Name.IMPLEMENTATION_VERSION);
    }

    @Test
    void holds_the_libraries_that_it_needs_and_no_other() {
        assertThat(entries())
                .filteredOn(name -> name.endsWith(".class"))
                .extracting(name -> name.replaceFirst("^META-INF/versions/\\d+/", ""))
                .allMatch(name -> name.matches("(com/fasterxml/jackson/core|io/github/cleanstaletypes"
                        + "|org/apache/commons/cli|org/jspecify/annotations|org/postgresql|org/slf4j)/.*"))
                .noneMatch(name -> name.matches("org/apache/commons/cli/(help/.*|.*Formatter|PosixParser).*"))
                .noneMatch(name -> name.contains("/testing/"))
                .noneMatch(name -> name.endsWith("module-info.class"));
    }

    @Test
    void holds_no_file_twice_and_no_signature() {
        assertThat(entries()).doesNotHaveDuplicates().noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA)"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "META-INF/LICENSE, Apache License",
        "META-INF/licenses/postgresql/LICENSE, PostgreSQL Global Development Group",
        "META-INF/licenses/com.ongres.scram/scram-client-3.2/META-INF/LICENSE, OnGres",
        "META-INF/NOTICE, translations.txt",
        "META-INF/NOTICE, Regents of the University of California",
        "META-INF/licenses/slf4j/LICENSE.txt, QOS.ch",
        "META-INF/licenses/jackson-core/LICENSE, Apache License",
        "META-INF/licenses/jackson-core/NOTICE, Tatu Saloranta",
        "META-INF/licenses/commons-cli/LICENSE.txt, Apache License",
        "META-INF/licenses/commons-cli/NOTICE.txt, Apache Commons CLI",
        "META-INF/FastDoubleParser-LICENSE, Werner Randelshofer",
        "META-INF/Schubfach-LICENSE, Raffaello Giulietti",
    })
    void holds_the_licence(String file, String words) throws IOException {
        assertThat(text(file)).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pgjdbc", "SLF4J", "Jackson Core", "Commons CLI", "JSpecify"})
    void says_under_which_licence_it_holds(String library) throws IOException {
        assertThat(text("META-INF/NOTICE")).contains(library);
    }

    @ParameterizedTest
    @CsvSource({
        "java.sql.Driver, org.postgresql.Driver",
        "org.slf4j.spi.SLF4JServiceProvider, org.slf4j.simple.SimpleServiceProvider"
    })
    void still_registers_the_service(String service, String provider) throws IOException {
        assertThat(text("META-INF/services/" + service)).contains(provider);
    }

    @Test
    void leaves_no_lambda_of_ours_for_a_start_to_make() throws IOException {
        List<String> left = new ArrayList<>();
        for (String name : entries()) {
            if (name.startsWith("io/github/") && text(name).contains("java/lang/invoke/LambdaMetafactory")) {
                left.add(name);
            }
        }
        assertThat(left).isEmpty();
    }

    /** Java verifies a class before it initializes it. */
    @Test
    void holds_only_sound_classes_where_lambdas_were() throws IOException, ReflectiveOperationException {
        List<String> made = entries().stream()
                .filter(name -> name.matches("(io/github|org/apache|org/slf4j)/.*[$][$]L\\d+[.]class"))
                .map(name -> name.replace('/', '.').replaceFirst("[.]class$", ""))
                .toList();
        assertThat(made).hasSizeGreaterThan(500);
        URL[] here = {Path.of(System.getProperty("cli.jar")).toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(here, ClassLoader.getPlatformClassLoader())) {
            for (String name : made) {
                Class.forName(name, true, loader);
            }
        }
    }

    private static List<String> entries() {
        return jar.stream().map(ZipEntry::getName).toList();
    }

    private static String text(String file) throws IOException {
        ZipEntry entry = jar.getEntry(file);
        assertThat(entry).as(file).isNotNull();
        return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
}

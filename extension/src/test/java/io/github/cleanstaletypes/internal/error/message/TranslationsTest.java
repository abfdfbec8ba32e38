package io.github.cleanstaletypes.internal.error.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The translations that this project brings have those of the catalogs; of former minor versions, too. */
class TranslationsTest {

    @Test
    void the_resource_has_what_the_installed_catalogs_say() throws IOException {
        assumeTrue(
                InstalledCatalogs.installed(),
                "no message catalogs of PostgreSQL 15 in /usr/share/locale, as Debian installs them");
        assertThat(resource()).containsAll(TranslationsGenerator.lines()).doesNotHaveDuplicates();
    }

    private static List<String> resource() throws IOException {
        try (var resource = Translations.class.getResourceAsStream(Translations.RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}

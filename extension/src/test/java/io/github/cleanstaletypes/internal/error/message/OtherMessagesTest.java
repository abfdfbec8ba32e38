package io.github.cleanstaletypes.internal.error.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of the thousands of other messages that the server, libpq and psql have, none is taken for one of the family. */
class OtherMessagesTest {

    @BeforeAll
    static void need_catalogs() {
        assumeTrue(
                InstalledCatalogs.installed(),
                "no message catalogs of PostgreSQL 15 in /usr/share/locale, as Debian installs them");
    }

    @Test
    void none_is_taken_for_one_of_the_family_in_any_language() {
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (String language : InstalledCatalogs.languages()) {
            for (GettextCatalog catalog : InstalledCatalogs.all(language)) {
                for (Map.Entry<String, String> message : catalog.translations().entrySet()) {
                    if (!Samples.FAMILY.contains(message.getKey())) {
                        count++;
                        for (String text :
                                List.of(Samples.filled(message.getKey()), Samples.filled(message.getValue()))) {
                            ServerMessages.in("ERROR:  " + text)
                                    .forEach(match -> wrong.add(message.getKey() + " = " + text + " -> " + match));
                        }
                    }
                }
            }
        }
        assertThat(count).isGreaterThan(60_000);
        assertThat(wrong).isEmpty();
    }
}

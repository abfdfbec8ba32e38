package io.github.cleanstaletypes.proof.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.proof.Score;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.statement.ListedStatements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every statement of the program's that the suite's servers were sent is listed, and every listed one was sent.
 *
 * <p>It reads what a suite that ran before with {@code -Dledger} has left. Whether each listed one was sent is asked when the other
 * modules' tests have left theirs too.
 */
class LedgerProof {

    private static final Path LISTED = Path.of("src", "test", "resources", "statement-forms.txt");
    private static final Path SENT = Path.of("target", "statement-forms.txt");

    private static final Pattern CONSTANT = Pattern.compile("'[^']*'");

    private static final Path OWN = Path.of("target", "ledger");
    private static final List<Path> OTHERS =
            List.of(Path.of("..", "chaos", "target", "ledger"), Path.of("..", "sample-tests", "target", "ledger"));

    private final Ledger ledger = new Ledger(fixed());

    LedgerProof() throws IOException {}

    @BeforeEach
    void read() throws IOException {
        assertThat(OWN).as("what `mvn verify -Dledger` leaves").isDirectory();
        ledger.read(OWN);
        for (Path other : OTHERS) {
            ledger.read(other);
        }
        Files.write(SENT, ledger.forms());
    }

    @Test
    void what_is_sent_is_listed_and_what_is_listed_is_sent() throws IOException {
        Set<String> unlisted = without(ledger.forms(), Files.readAllLines(LISTED));
        Set<String> neverSent = without(ListedStatements.names(), ledger.names());
        Set<String> formsNeverSent = without(Files.readAllLines(LISTED), ledger.forms());
        long sent = ledger.forms().size();
        Map<String, Map<String, Long>> parts = new TreeMap<>();
        parts.put("statements", Map.of("sent", ledger.statements(), "without a name", (long)
                ledger.unnamed().size()));
        parts.put("names", Map.of("sent", (long) ledger.names().size(), "never sent", (long) neverSent.size()));
        parts.put("forms", Map.of("sent", sent, "never sent", (long) formsNeverSent.size()));
        new Score(
                        "ledger",
                        "Every statement that the program sends is listed",
                        sent - unlisted.size(),
                        sent,
                        sent + formsNeverSent.size(),
                        parts)
                .tell();
        assertThat(unlisted).as("sent, and not in " + LISTED).isEmpty();
        assertThat(ledger.names()).isSubsetOf(ListedStatements.names());
        assertThat(ledger.unnamed())
                .as("sent by a session of the program's, without a name")
                .isEmpty();
        if (OTHERS.stream().allMatch(Files::isDirectory)) {
            assertThat(neverSent).as("listed, and never sent").isEmpty();
            if (LongForm.isOn()) {
                assertThat(formsNeverSent).as("forms that were never sent").isEmpty();
            }
        }
    }

    private static Set<String> without(Iterable<String> all, Iterable<String> some) {
        Set<String> rest = new TreeSet<>();
        all.forEach(rest::add);
        some.forEach(rest::remove);
        return rest;
    }

    /** Those that lie in a resource of their name, and have no place for a name of somebody's. */
    private static Set<String> fixed() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            List<Path> resources =
                    files.filter(file -> file.toString().endsWith(".sql")).toList();
            Set<Path> open = new TreeSet<>();
            for (Path file : resources) {
                if (CONSTANT.matcher(Files.readString(file)).replaceAll("").contains("%s")) {
                    open.add(file);
                }
            }
            return resources.stream()
                    .filter(file -> !open.contains(file))
                    .map(file -> file.getFileName().toString().replace(".sql", ""))
                    .collect(Collectors.toSet());
        }
    }
}

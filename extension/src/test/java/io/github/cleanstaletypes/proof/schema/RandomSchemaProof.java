package io.github.cleanstaletypes.proof.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.proof.Score;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of schemas that chance makes, cleaning removes exactly what is claimed and unused, and its undo brings exactly that back. */
class RandomSchemaProof {

    private static final int SIZE = 10;
    private static final int ALL = 2000;
    private static final int SCHEMAS = LongForm.rounds(100, ALL);
    private static final List<String> VERSIONS = versions(System.getProperty("postgres.versions", ""));

    @Test
    void loses_what_nothing_uses_and_nothing_else(@TempDir Path directory) throws IOException {
        Map<String, Map<String, Long>> parts = new LinkedHashMap<>();
        SchemaTally total = new SchemaTally();
        for (String version : VERSIONS) {
            PostgresServer server = PostgresServer.of(version);
            SchemaTally tally = IntStream.range(0, SCHEMAS / SIZE)
                    .parallel()
                    .mapToObj(number -> new Play(server, number, SIZE, directory).run())
                    .collect(SchemaTally::new, SchemaTally::add, SchemaTally::add);
            total.add(tally);
            parts.put(server.toString(), tally.counts());
        }
        System.out.printf(
                "%d ways to use a type; the folk remedy lost something in use in %d of %d schemas%n",
                total.ways(), total.lostByFolk(), total.triedByFolk());
        new Score(
                        "schemas",
                        "Of random schemas exactly what is claimed and unused goes, and its undo brings exactly that back.",
                        total.passed(),
                        total.schemas(),
                        (long) ALL * VERSIONS.size(),
                        parts)
                .tell();

        assertThat(total.failures()).isEmpty();
        // each of them where chance has had its time
        assertThat(total.ways()).isGreaterThanOrEqualTo(LongForm.isOn() ? Ways.ALL.size() : 60);
    }

    private static List<String> versions(String named) {
        return List.of((named.isBlank() ? "14.22,15.19,16.15,17.11,18.6" : named.strip()).split("\\s*,\\s*"));
    }
}

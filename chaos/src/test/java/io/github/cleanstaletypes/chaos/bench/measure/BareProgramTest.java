package io.github.cleanstaletypes.chaos.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The floor of a start is as bare as it says. */
class BareProgramTest {

    @Test
    void has_forty_lines_at_most_and_one_question() {
        assertThat(BareProgram.source().lines()).hasSizeLessThanOrEqualTo(40);
        assertThat(BareProgram.source()).contains("DriverManager").containsOnlyOnce("executeQuery");
    }

    @Test
    void asks_a_real_server_with_nothing_but_the_driver(@TempDir Path directory) {
        Path jar = BareProgram.jarIn(directory);
        String url = new Database(PostgresServer.of("18.6").port(), "postgres").jdbcUrl("bare");
        Finished run = Stopwatch.time(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()),
                Map.of("DATABASE_URL", url));
        assertThat(run.printed()).isEqualTo("0 of this name\n");
    }
}

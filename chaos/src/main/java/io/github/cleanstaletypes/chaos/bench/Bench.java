package io.github.cleanstaletypes.chaos.bench;

import io.github.cleanstaletypes.chaos.bench.figure.BenchResult;
import io.github.cleanstaletypes.chaos.bench.figure.BenchResult.Measured;
import io.github.cleanstaletypes.chaos.bench.figure.Form;
import io.github.cleanstaletypes.chaos.bench.figure.RowResult;
import io.github.cleanstaletypes.chaos.bench.measure.BareProgram;
import io.github.cleanstaletypes.chaos.bench.measure.BenchServer;
import io.github.cleanstaletypes.chaos.bench.measure.Meter;
import io.github.cleanstaletypes.chaos.bench.row.Ground;
import io.github.cleanstaletypes.chaos.bench.row.Row;
import io.github.cleanstaletypes.chaos.bench.row.Size;
import io.github.cleanstaletypes.testing.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A bench measures rows, one after another.
 *
 * @param product the jar of the command line
 * @param distribution where the build puts what people unpack
 * @param postgres the version of the server
 */
public record Bench(Path product, Path distribution, String postgres, Form form, Size size) {

    /** A row was measured. */
    @FunctionalInterface
    public interface Listener {

        /** Hears of it. */
        void measured(Measured row);
    }

    /** Measures these rows, and tells of each as soon as it is done. */
    public BenchResult measure(List<Row> rows, Listener listener) {
        Path directory = directory();
        try (BenchServer server = BenchServer.start(postgres);
                Meter meter = Meter.before(server.port())) {
            Ground ground =
                    new Ground(product, distribution, BareProgram.jarIn(directory), server, meter, size, directory);
            Surroundings surroundings = new Surroundings(this);
            List<Measured> measured = new ArrayList<>();
            for (Row row : rows) {
                measured.add(new Measured(row.name(), row.title(), measure(row, ground)));
                listener.measured(measured.get(measured.size() - 1));
            }
            return new BenchResult(form, surroundings.facts(), measured);
        } finally {
            Directories.delete(directory);
        }
    }

    /** A row that fails is told as such; the others are measured all the same. */
    private static RowResult measure(Row row, Ground ground) {
        try {
            return row.measure(ground);
        } catch (RuntimeException e) {
            String why = Objects.requireNonNullElse(e.getMessage(), e.toString());
            return RowResult.failed(row.promises(), why);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

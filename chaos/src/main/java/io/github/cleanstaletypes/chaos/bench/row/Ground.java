package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.measure.BenchServer;
import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.Finished;
import io.github.cleanstaletypes.chaos.bench.measure.Meter;
import io.github.cleanstaletypes.chaos.bench.measure.Meter.Reading;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.bench.measure.Stopwatch;
import io.github.cleanstaletypes.chaos.system.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All rows stand on this ground.
 *
 * @param product the jar of the command line
 * @param distribution where the build puts what people unpack
 * @param bare the jar of the bare program
 * @param server does nothing else
 * @param meter stands before it
 * @param directory holds what is made on the way
 */
public record Ground(
        Path product, Path distribution, Path bare, BenchServer server, Meter meter, Size size, Path directory) {

    static final String CHECK = "check";
    static final String BARE = "bare JDBC program";

    /** Returns the words that start a jar, as people do who know no options of Java. */
    static List<String> plain(Path jar, List<String> options, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(java()));
        words.addAll(options);
        words.addAll(List.of("-jar", jar.toString()));
        words.addAll(arguments);
        return words;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Returns all variables that a program gets which works on this database by way of the meter. */
    Map<String, String> environment(Database database) {
        Map<String, String> variables = new HashMap<>();
        variables.put("PATH", Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin"));
        variables.put("DATABASE_URL", metered(database).jdbcUrl("bench"));
        return variables;
    }

    Database metered(Database database) {
        return database.through(meter.port());
    }

    /** The command line, as {@code java -jar} starts it. */
    Contender commandLine(Database database, String... arguments) {
        return program(plain(product, List.of(), List.of(arguments)), environment(database));
    }

    Contender bareProgram(Database database) {
        return program(plain(bare, List.of(), List.of()), environment(database));
    }

    /** Any program, which must end with 0. */
    Contender program(List<String> words, Map<String, String> environment) {
        return () -> cost(Stopwatch.time(words, environment).expecting(0));
    }

    /** Runs the command line, which must end with 0, and tells what the meter has heard. */
    Reading listen(Database database, String... arguments) {
        Stopwatch.time(plain(product, List.of(), List.of(arguments)), environment(database))
                .expecting(0);
        return meter.read();
    }

    /** Adds to what a process has cost what it has cost the server. */
    Cost cost(Finished process) {
        return new Cost(process.wall(), process.processor(), meter.read().server());
    }
}

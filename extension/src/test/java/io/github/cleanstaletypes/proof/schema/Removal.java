package io.github.cleanstaletypes.proof.schema;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.Psql;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cleans a random database, and takes that back. */
interface Removal {

    /** @return what went wrong; empty if nothing did */
    List<String> clean();

    /** What was told of the types of this name. */
    List<String> told(MadeType type);

    /** Takes it back, with the settings that sessions have. */
    List<String> undo();

    /** As a program does it; the undos are carried out from the last to the first. */
    static Removal byProgram(TestDatabase database, RandomDatabase random) {
        return new Removal() {
            private List<Result> results = List.of();

            @Override
            public List<String> clean() {
                StaleTypes engine = StaleTypes.in(database.dataSource());
                CleanupReport report = claimed(engine, random).clean();
                results = report.results();
                return report.isClean() ? List.of() : List.of("not clean: " + results);
            }

            @Override
            public List<String> told(MadeType type) {
                return results.stream()
                        .filter(result ->
                                type.name().equals(result.finding().subject().name()))
                        .map(result -> result.finding().code() + " " + result.outcome() + " "
                                + result.finding().evidence())
                        .toList();
            }

            @Override
            public List<String> undo() {
                database.execute(lastFirst(results.stream()
                        .flatMap(result -> result.undo().stream())
                        .toList()));
                return List.of();
            }
        };
    }

    /** By the command line, whose undo file psql runs. */
    static Removal byCommand(TestDatabase database, RandomDatabase random, Path directory) {
        Path file = directory.resolve(database.server().version() + "-" + database.name() + ".sql");
        return new Removal() {
            private String printed = "";

            @Override
            public List<String> clean() {
                Stream<String> names = random.isSweeping()
                        ? Stream.of("--all-unused")
                        : Stream.of(claims(random)).flatMap(name -> Stream.of("--type", name));
                CommandRun.Outcome outcome = CommandRun.on(database)
                        .run(Stream.concat(Stream.of("clean", "--undo-file", file.toString()), names)
                                .toArray(String[]::new));
                return outcome.exitCode() == 0
                        ? List.of()
                        : List.of("exit " + outcome.exitCode() + ": " + outcome.everything());
            }

            @Override
            public List<String> told(MadeType type) {
                return printed.lines()
                        .filter(line -> line.contains(type.name()))
                        .toList();
            }

            @Override
            public List<String> undo() {
                if (!Files.exists(file)) {
                    return List.of();
                }
                if (random.types().anyMatch(MadeType::goesAfterItsUsers)) {
                    // then the file says to run the later transaction first
                    database.execute(lastFirst(transactions(file)));
                    return List.of();
                }
                Psql.Outcome outcome = Psql.run(file, database.server().port(), database.name(), Map.of());
                return outcome.exit() == 0
                        ? List.of()
                        : List.of("psql: "
                                + outcome.output()
                                        .lines()
                                        .filter(line -> line.contains("ERROR"))
                                        .toList());
            }
        };
    }

    /** The undos in the order in which what one needs is there. */
    static String[] lastFirst(List<String> undos) {
        List<String> reversed = new ArrayList<>(undos);
        Collections.reverse(reversed);
        return reversed.toArray(String[]::new);
    }

    private static List<String> transactions(Path file) {
        try {
            return Pattern.compile("^BEGIN;\n.*?^COMMIT;$", Pattern.MULTILINE | Pattern.DOTALL)
                    .matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What claims the types of a random database. */
    static StaleTypes claimed(StaleTypes engine, RandomDatabase random) {
        return random.isSweeping() ? engine.claimingAllUnused() : engine.claiming(claims(random));
    }

    private static String[] claims(RandomDatabase random) {
        return random.schemas().stream()
                .flatMap(schema -> Stream.concat(
                        schema.types().stream().filter(MadeType::isClaimed).map(MadeType::sql),
                        schema.otherClaims().stream()))
                .toArray(String[]::new);
    }
}

package io.github.cleanstaletypes.proof.schema;

import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.TypeRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Makes one random database, cleans it, takes that back, and compares the catalogs at each moment. */
final class Play {

    private final PostgresServer server;
    private final int number;
    private final int size;
    private final Path directory;
    private final List<String> wrong = new ArrayList<>();
    private final Set<RandomSchema> lostByFolk = new HashSet<>();

    Play(PostgresServer server, int number, int size, Path directory) {
        this.server = server;
        this.number = number;
        this.size = size;
        this.directory = directory;
    }

    SchemaTally run() {
        Random random = LongForm.random("random schemas " + server.version() + " " + number);
        SchemaTally tally = new SchemaTally();
        try (TestDatabase database = server.createDatabase()) {
            RandomDatabase made = new RandomDatabase(database, random, size);
            Removal removal = random.nextInt(3) == 0
                    ? Removal.byCommand(database, made, directory)
                    : Removal.byProgram(database, made);
            try {
                made.create();
                if (disturbed()) {
                    wrong.addAll(new DisturbedPlay(database, made).play(random));
                } else {
                    play(database, made, removal);
                }
            } catch (SQLException | RuntimeException e) {
                wrong.add(String.valueOf(e));
            }
            if (!wrong.isEmpty()) {
                keep(made);
                tally.failure(wrong);
            }
            for (RandomSchema schema : made.schemas()) {
                tally.schema(schema, !wrong.isEmpty(), disturbed(), lostByFolk.contains(schema));
            }
        }
        return tally;
    }

    private boolean disturbed() {
        return LongForm.isOn() ? number % 3 == 0 : number == 0;
    }

    /** Tells what is wrong, and keeps the statements that make the database. */
    private void keep(RandomDatabase made) {
        try {
            Path script = Files.createDirectories(Path.of("target", "proof"))
                    .resolve("schemas-" + server.version() + "-" + number + ".sql");
            Files.writeString(script, made.script());
            wrong.add(
                    0,
                    "%s, random database %d, -Dtest.seed=%d, made by %s:"
                            .formatted(server, number, LongForm.seed(), script.toAbsolutePath()));
            System.out.println(String.join("\n  wrong: ", wrong));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void play(TestDatabase database, RandomDatabase made, Removal removal) throws SQLException {
        List<MadeType> going = made.types().filter(MadeType::goes).toList();
        CatalogRows before;
        CatalogRows wanted;
        try (ServersWord server = new ServersWord(database)) {
            agree(made, server);
            folk(made, server);
            before = server.now();
            wanted = server.without(going);
        }
        List<String> typesBefore = TypeRow.all(database);
        made.harden();
        database.awaitNobodyConnected();
        wrong.addAll(removal.clean());
        CatalogRows after = now(database);
        Set<String> there = there(database, made);
        made.types()
                .filter(type -> type.sort() != TypeSort.SHELL && there.contains(type.sql()) == type.goes())
                .forEach(type -> wrong.add((type.goes() ? "left: " : "lost: ") + type + " " + removal.told(type)));
        tell("not removed, or made", after.without(wanted));
        tell("lost", wanted.without(after));
        wrong.addAll(removal.undo());
        made.soften();
        CatalogRows undone = now(database);
        tell("touched by the undo", after.without(undone));
        Set<Object> counts = new LinkedHashSet<>(undone.counts().entrySet());
        counts.removeAll(before.counts().entrySet());
        tell("not as many rows as before", counts);
        compare(typesBefore, TypeRow.all(database));
    }

    private static Set<String> there(TestDatabase database, RandomDatabase made) throws SQLException {
        try (ServersWord server = new ServersWord(database)) {
            return server.there(made.types().map(MadeType::sql).toList());
        }
    }

    private static CatalogRows now(TestDatabase database) throws SQLException {
        try (ServersWord server = new ServersWord(database)) {
            return server.now();
        }
    }

    /** The server and the generator must know the same uses, but for those in texts. */
    private void agree(RandomDatabase made, ServersWord server) throws SQLException {
        List<MadeType> standalone =
                made.types().filter(type -> type.sort().isStandalone()).toList();
        Set<String> droppable = server.droppable(standalone);
        standalone.stream()
                .filter(type -> droppable.contains(type.sql()) == type.isKnownToBeUsed())
                .forEach(type -> wrong.add("generator and server disagree about " + type));
    }

    private void folk(RandomDatabase made, ServersWord server) throws SQLException {
        for (RandomSchema schema : made.schemas()) {
            Set<String> left = server.leftByFolk(schema);
            if (schema.types().stream().anyMatch(type -> type.stays() && !left.contains(type.sql()))) {
                lostByFolk.add(schema);
            }
        }
    }

    private void compare(List<String> before, List<String> after) {
        Set<String> lost = new LinkedHashSet<>(before);
        lost.removeAll(after);
        tell("not brought back", lost);
        Set<String> more = new LinkedHashSet<>(after);
        more.removeAll(before);
        tell("instead", more);
        if (before.size() != after.size()) {
            wrong.add(before.size() + " types before, " + after.size() + " after");
        }
    }

    private void tell(String what, Set<?> differences) {
        differences.stream().limit(5).forEach(each -> wrong.add(what + ": " + Objects.toString(each)));
    }
}
